using System.Globalization;

namespace TestPlugins;

/// <summary>Keeps state in a field, as a plugin must not: it shows which instance runs.</summary>
public sealed class CountRuns : TestPlugin
{
    private int _runs;

    protected override void Run(PluginRun run)
    {
        _runs++;
        run.Tracing.Trace("run " + _runs.ToString(CultureInfo.InvariantCulture));
    }
}
