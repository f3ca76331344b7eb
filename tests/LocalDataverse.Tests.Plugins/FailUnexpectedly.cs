using System;

namespace TestPlugins;

public sealed class FailUnexpectedly : TestPlugin
{
    protected override void Run(PluginRun run)
    {
        throw new InvalidOperationException("a mistake");
    }
}
