using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>What can be shared with whom: rows that have an owner, with users and teams that exist.</summary>
internal static class Sharing
{
    public static void Check(Operation operation, EntityReference row, EntityReference principal)
    {
        Table table = operation.Tables.Get(row.LogicalName);
        if (operation.Engine.Secured.Of(table).Kind != SecuredBy.Owner)
        {
            throw Fault.Because(
                ErrorCodes.EntityDoesNotSupportMessage,
                $"The '{operation.Main.Message}' method does not support entities of type '{table.LogicalName}': "
                    + "they have no owner.");
        }

        if (!operation.Session.Exists(table, row.Id))
        {
            throw RowWriter.NotFound(row.LogicalName, row.Id);
        }

        if (!operation.Engine.Rights.Of(operation.Unit, principal).Exists)
        {
            throw RowWriter.NotFound(principal.LogicalName, principal.Id);
        }
    }
}
