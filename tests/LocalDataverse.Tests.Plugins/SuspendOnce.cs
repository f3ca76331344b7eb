using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>Suspends its job the first time, and creates a task after that.</summary>
public sealed class SuspendOnce : TestPlugin
{
    private bool _suspended;

    protected override void Run(PluginRun run)
    {
        if (!_suspended)
        {
            _suspended = true;
            throw new InvalidPluginExecutionException(OperationStatus.Suspended, "waits for somebody");
        }

        run.SystemService.Create(new Entity("task") { ["subject"] = "resumed" });
    }
}
