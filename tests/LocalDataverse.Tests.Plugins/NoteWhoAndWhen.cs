using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>Creates a task that says for whom, how deep and when it was called.</summary>
public sealed class NoteWhoAndWhen : TestPlugin
{
    protected override void Run(PluginRun run)
    {
        run.SystemService.Create(new Entity("task")
        {
            ["subject"] = string.Format(
                CultureInfo.InvariantCulture,
                "{0:yyyy-MM-dd HH:mm} depth {1}",
                run.Context.OperationCreatedOn,
                run.Context.Depth),
            ["description"] = run.Context.UserId.ToString(),
        });
    }
}
