using System;
using System.Collections.Generic;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Churn;

/// <summary>Writes what a customer's row shows of the assessment: once, and only what changed.</summary>
internal static class CustomerShowing
{
    public static IDictionary<string, object?> Nothing()
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (string column in CustomerRisk.Shown()) values[column] = null;
        return values;
    }

    /// <returns>Whether anything changed.</returns>
    public static bool Write(
        IOrganizationService service, CustomerNow customer, IDictionary<string, object?> shown)
    {
        Entity changes = ChangedColumns.Between(customer.Row, shown);
        if (changes.Attributes.Count == 0) return false;
        Versioned.Update(service, customer.Row, changes);
        return true;
    }
}
