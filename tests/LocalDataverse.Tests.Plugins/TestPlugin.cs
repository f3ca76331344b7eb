using System;
using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>Gets the three services that every plugin asks for.</summary>
public abstract class TestPlugin : IPlugin
{
    public void Execute(IServiceProvider services)
    {
        PluginRun run = new PluginRun(services);
        Run(run);
    }

    protected abstract void Run(PluginRun run);
}
