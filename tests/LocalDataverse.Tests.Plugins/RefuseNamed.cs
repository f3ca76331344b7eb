using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>Refuses to delete the row of the configured name (pre-image "row").</summary>
public sealed class RefuseNamed : TestPlugin
{
    private readonly string _name;

    public RefuseNamed(string name)
    {
        _name = name;
    }

    protected override void Run(PluginRun run)
    {
        if ((string)run.Context.PreEntityImages["row"]["name"] == _name)
        {
            throw new InvalidPluginExecutionException(_name + " stays");
        }
    }
}
