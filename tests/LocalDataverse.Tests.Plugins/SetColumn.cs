namespace TestPlugins;

/// <summary>Sets a text column of Target; configuration: column=value.</summary>
public sealed class SetColumn : TestPlugin
{
    private readonly string[] _parts;

    public SetColumn(string configuration)
    {
        _parts = configuration.Split('=');
    }

    protected override void Run(PluginRun run)
    {
        run.Target[_parts[0]] = _parts[1];
    }
}
