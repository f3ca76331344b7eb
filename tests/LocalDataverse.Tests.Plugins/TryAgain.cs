using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>Asks to be run again until the third time.</summary>
public sealed class TryAgain : TestPlugin
{
    private int _runs;

    protected override void Run(PluginRun run)
    {
        _runs++;
        run.Tracing.Trace("attempt " + _runs.ToString(CultureInfo.InvariantCulture));
        if (_runs < 3)
        {
            throw new InvalidPluginExecutionException(OperationStatus.Retry, "not yet");
        }
    }
}
