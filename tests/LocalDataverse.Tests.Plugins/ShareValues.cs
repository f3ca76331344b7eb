using System;
using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>Leaves values of several types in the shared variables; with "own" one that is not the SDK's.</summary>
public sealed class ShareValues : TestPlugin
{
    private readonly string _what;

    public ShareValues(string what)
    {
        _what = what;
    }

    protected override void Run(PluginRun run)
    {
        ParameterCollection shared = run.Context.SharedVariables;
        shared["text"] = "a";
        shared["money"] = new Money(1.5m);
        shared["ids"] = new[] { Guid.Empty };
        shared["row"] = new Entity("task") { ["subject"] = "inside" };
        if (_what == "own")
        {
            shared["own"] = new Version(1, 0);
        }
    }
}
