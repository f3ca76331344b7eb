using System;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Rows;

/// <summary>A lookup names a table that the column allows and a row that exists; alternate keys become ids.</summary>
internal static class LookupChecks
{
    public static void Check(Operation operation, Table table, Column column, EntityReference target)
    {
        if (column.Targets.Count > 0 && !column.Targets.Contains(target.LogicalName, StringComparer.Ordinal))
        {
            throw Fault.Because(
                ErrorCodes.InvalidArgument,
                $"Entity '{target.LogicalName}' is not a valid target of the lookup '{column.LogicalName}' of "
                    + $"'{table.LogicalName}'. Valid are: {string.Join(", ", column.Targets)}.");
        }

        Table targetTable = operation.Tables.Get(target.LogicalName);
        target.Id = RowKeys.IdOf(operation, targetTable, target);
        if (!IsKnown(operation, target) && !operation.Session.Exists(targetTable, target.Id))
        {
            throw RowWriter.NotFound(target.LogicalName, target.Id);
        }
    }

    /// <summary>Rows that are always there need no look: they stand in every row that is written.</summary>
    private static bool IsKnown(Operation operation, EntityReference target)
    {
        Identity identity = operation.Engine.Identity;
        Guid id = target.Id;
        return id == identity.AdministratorId
            || id == identity.SystemUserId
            || id == identity.BusinessUnitId
            || id == identity.BaseCurrencyId
            || id == identity.OrganizationId;
    }
}
