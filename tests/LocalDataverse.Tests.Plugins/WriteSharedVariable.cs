namespace TestPlugins;

public sealed class WriteSharedVariable : TestPlugin
{
    private readonly string _value;

    public WriteSharedVariable(string value)
    {
        _value = value;
    }

    protected override void Run(PluginRun run)
    {
        run.Context.SharedVariables["shared"] = _value;
    }
}
