using System;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;

namespace Dataverse.Local.Conflicts;

/// <summary>Tells what plugin code asked for from what the platform does on its own.</summary>
internal static class PluginCode
{
    /// <summary>The plugin type that issued the request; null: a client or the platform itself.</summary>
    public static string? ReaderOf(Operation operation) => operation.Caller.Context?.PluginType;

    /// <summary>
    /// The plugin type that asked for the write of this row. A message that does its work by another one on the same
    /// row (SetState, Assign, Upsert) is asked for as much as an Update; what the platform writes beside it is not.
    /// </summary>
    public static string? WriterOf(Operation operation, string table, Guid id)
    {
        for (Operation? asked = operation; asked?.Caller.Context is PluginContext context; asked = context.Operation)
        {
            if (context.PluginType is string plugin)
            {
                return plugin;
            }

            if (!Names(context.Operation.Main, table, id))
            {
                return null;
            }
        }

        return null;
    }

    private static bool Names(MessageEvent asked, string table, Guid id) =>
        asked.Table == table && (asked.RowId == id || asked.Target?.Id == id);
}
