using System;
using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>Throws with the configured OperationStatus, always.</summary>
public sealed class Throw : TestPlugin
{
    private readonly OperationStatus _status;

    public Throw(string status)
    {
        _status = (OperationStatus)Enum.Parse(typeof(OperationStatus), status);
    }

    protected override void Run(PluginRun run)
    {
        throw new InvalidPluginExecutionException(_status, "asked for " + _status);
    }
}
