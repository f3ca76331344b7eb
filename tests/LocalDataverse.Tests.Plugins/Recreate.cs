using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>Creates an account of the same name as the deleted one (pre-image "row").</summary>
public sealed class Recreate : TestPlugin
{
    protected override void Run(PluginRun run)
    {
        Entity gone = run.Context.PreEntityImages["row"];
        run.SystemService.Create(new Entity("account") { ["name"] = gone["name"] });
    }
}
