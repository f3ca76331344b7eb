using CrmExtensions.Xrm.Protection;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// The customer that a call is about. Our code works as SYSTEM, so whether the caller may see this very row is asked
/// first, with the caller's own rights.
/// </summary>
internal static class CustomerAccess
{
    public static EntityReference Of(StepRun run)
    {
        EntityReference customer = CustomerInput.Of(run);
        run.Caller.Retrieve(
            customer.LogicalName, customer.Id, new ColumnSet(Customer.IdColumn(customer.LogicalName)));
        return customer;
    }
}
