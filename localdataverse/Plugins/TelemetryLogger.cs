using System;
using System.Globalization;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.Xrm.Sdk.PluginTelemetry;

namespace Dataverse.Local.Plugins;

/// <summary>
/// The telemetry logger, which in the cloud writes to Application Insights, writes to the trace. A proxy, because the
/// interface has forty methods that differ only in what they leave out.
/// </summary>
internal class TelemetryLogger : DispatchProxy
{
    private TraceLog? _log;

    public static ILogger For(TraceLog log)
    {
        ILogger logger = Create<ILogger, TelemetryLogger>();
        ((TelemetryLogger)(object)logger)._log = log;
        return logger;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        switch (targetMethod!.Name)
        {
            case "IsEnabled":
                return true;
            case "BeginScope":
                return new Scope();
            case "Execute":
                ((Action)args![1]!)();
                return null;
            case "ExecuteAsync":
                return ((Func<Task>)args![1]!)();
            case string name when name.StartsWith("Log", StringComparison.Ordinal) && name != "LogMetric":
                Write(name, args!);
                return null;
            default:
                return null;
        }
    }

    private void Write(string level, object?[] args)
    {
        int text = Array.FindIndex(args, argument => argument is string);
        string message = text < 0 ? "" : (string)args[text]!;
        object?[] values = text >= 0 && text + 1 < args.Length && args[text + 1] is object?[] rest ? rest : [];
        string tail = values.Length == 0 ? "" : " " + string.Join(", ", values);
        Exception? exception = Array.Find(args, argument => argument is Exception) as Exception;
        _log!.Trace(string.Create(CultureInfo.InvariantCulture, $"{level}: {message}{tail} {exception}").TrimEnd());
    }

    private sealed class Scope : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
