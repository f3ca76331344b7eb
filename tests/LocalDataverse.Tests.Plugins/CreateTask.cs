using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>Creates a task with the configured subject, as SYSTEM.</summary>
public sealed class CreateTask : TestPlugin
{
    private readonly string _subject;

    public CreateTask(string subject)
    {
        _subject = subject;
    }

    protected override void Run(PluginRun run)
    {
        run.SystemService.Create(new Entity("task") { ["subject"] = _subject });
    }
}
