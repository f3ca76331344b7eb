namespace TestPlugins;

public sealed class EchoConfiguration : TestPlugin
{
    private readonly string _configuration;
    private readonly string _secure;

    public EchoConfiguration(string configuration, string secure)
    {
        _configuration = configuration;
        _secure = secure;
    }

    protected override void Run(PluginRun run)
    {
        run.Tracing.Trace(_configuration + "|" + _secure);
    }
}
