using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>Refuses every operation with the configured message.</summary>
public sealed class Refuse : TestPlugin
{
    private readonly string _message;

    public Refuse(string message)
    {
        _message = message;
    }

    protected override void Run(PluginRun run)
    {
        run.Tracing.Trace("about to refuse");
        throw new InvalidPluginExecutionException(_message);
    }
}
