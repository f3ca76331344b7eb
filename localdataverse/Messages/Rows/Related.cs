using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Rows;

/// <summary>Rows that come with their related rows (deep insert).</summary>
internal static class Related
{
    public static void Refuse(Entity row)
    {
        if (row.RelatedEntities.Count > 0)
        {
            throw Fault.NotSupported($"A row of '{row.LogicalName}' with related rows in one request");
        }
    }
}
