using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>Updates the row that has just been updated.</summary>
public sealed class TouchForever : TestPlugin
{
    protected override void Run(PluginRun run)
    {
        run.Tracing.Trace("depth " + run.Context.Depth.ToString(CultureInfo.InvariantCulture));
        run.Service.Update(new Entity(run.Context.PrimaryEntityName, run.Context.PrimaryEntityId) { ["fax"] = "1" });
    }
}
