using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>Calls the custom API of the configured name.</summary>
public sealed class CallApi : TestPlugin
{
    private readonly string _name;

    public CallApi(string name)
    {
        _name = name;
    }

    protected override void Run(PluginRun run)
    {
        run.Service.Execute(new OrganizationRequest(_name));
    }
}
