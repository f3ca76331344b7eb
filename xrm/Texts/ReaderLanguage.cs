using System;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Texts;

/// <summary>The language that a user reads the application in; read only when there is something to say.</summary>
internal static class ReaderLanguage
{
    /// <summary>The base language where the user has chosen none; application users have no settings.</summary>
    public static int Of(IOrganizationService service, Guid userId)
    {
        int chosen = Read(service, UserSettings.Table, UserSettings.Columns.UiLanguage, userId);
        return chosen != 0 ? chosen : OfEnvironment(service);
    }

    /// <summary>The base language, for texts that are stored.</summary>
    public static int OfEnvironment(IOrganizationService service) =>
        Read(service, Organization.Table, Organization.Columns.BaseLanguage, null);

    /// <summary>0 where nothing is found: a query does not fault, and a fault would hide what is to be said.</summary>
    private static int Read(IOrganizationService service, string table, string column, Guid? userId)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(column) };
        if (userId is { } id) query.Criteria.AddCondition(UserSettings.Columns.UserId, ConditionOperator.Equal, id);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault()?.GetAttributeValue<int?>(column) ?? 0;
    }
}
