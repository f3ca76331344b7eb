using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>Takes the values out of a row that its reader may not see: they look like null, which is left
/// out.</summary>
internal static class SecuredColumns
{
    public static void Clear(Operation operation, Table table, Entity row)
    {
        if (QueryAccess.OfColumns(operation) is not QueryAccess access)
        {
            return;
        }

        foreach (string column in row.Attributes.Keys.ToArray())
        {
            if (table.Find(column) is Column known && access.Hides(table, known))
            {
                row.Attributes.Remove(column);
                row.FormattedValues.Remove(column);
            }
        }
    }
}
