namespace TestPlugins;

/// <summary>Traces the business unit that its context reports.</summary>
public sealed class DescribeUnit : TestPlugin
{
    protected override void Run(PluginRun run)
    {
        run.Tracing.Trace("unit " + run.Context.BusinessUnitId);
    }
}
