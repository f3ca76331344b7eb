using System;
using System.Collections.Generic;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Security;

/// <summary>Reads what rows have been shared for: the table principalobjectaccess.</summary>
internal static class SharedAccess
{
    public const string TableName = "principalobjectaccess";

    /// <summary>What a row has been shared for with any of the principals, inherited rights included.</summary>
    public static AccessRights MaskFor(Session session, Guid row, IEnumerable<Guid> principals)
    {
        HashSet<Guid> wanted = [.. principals];
        AccessRights mask = AccessRights.None;
        foreach (Entity share in SharesOf(session, row))
        {
            if (wanted.Contains(share.GetAttributeValue<Guid>("principalid"))) mask |= MaskOf(share);
        }

        return mask;
    }

    public static AccessRights MaskOf(Entity share) => (AccessRights)(share.GetAttributeValue<int>("accessrightsmask")
        | share.GetAttributeValue<int>("inheritedaccessrightsmask"));

    public static IReadOnlyList<Entity> SharesOf(Session session, Guid row)
    {
        QueryExpression query = new(TableName) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition("objectid", ConditionOperator.Equal, row);
        SelectQuery select = QueryReader.Read(query, session.Catalog);
        return [.. session.Select(select, QueryContext.Neutral).Entities];
    }
}
