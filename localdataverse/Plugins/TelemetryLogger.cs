using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;
using Microsoft.Xrm.Sdk.PluginTelemetry;

namespace Dataverse.Local.Plugins;

/// <summary>The logger that in the cloud writes to Application Insights. Here it writes to the trace.</summary>
internal sealed class TelemetryLogger : ILogger
{
    private readonly TraceLog _log;

    public TelemetryLogger(TraceLog log) => _log = log;

    public void AddCustomProperty(string propertyName, string propertyValue)
    {
    }

    public IDisposable BeginScope(string messageFormat, params object[] args) => new Scope();

    public IDisposable BeginScope<TState>(TState state) => new Scope();

    public void Execute(
        string activityName,
        Action action,
        IEnumerable<KeyValuePair<string, string>>? additionalCustomProperties = null) => action();

    public Task ExecuteAsync(
        string activityName,
        Func<Task> action,
        IEnumerable<KeyValuePair<string, string>>? additionalCustomProperties = null) => action();

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log(LogLevel logLevel, EventId eventId, Exception exception, string message, params object[] args) =>
        Write(logLevel, exception, message, args);

    public void Log(LogLevel logLevel, EventId eventId, string message, params object[] args) =>
        Write(logLevel, null, message, args);

    public void Log(LogLevel logLevel, Exception exception, string message, params object[] args) =>
        Write(logLevel, exception, message, args);

    public void Log(LogLevel logLevel, string message, params object[] args) =>
        Write(logLevel, null, message, args);

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception exception,
        Func<TState, Exception, string> formatter) =>
        _log.Trace($"{logLevel}: {formatter(state, exception)}");

    public void LogCritical(EventId eventId, Exception exception, string message, params object[] args) =>
        Write(LogLevel.Critical, exception, message, args);

    public void LogCritical(EventId eventId, string message, params object[] args) =>
        Write(LogLevel.Critical, null, message, args);

    public void LogCritical(Exception exception, string message, params object[] args) =>
        Write(LogLevel.Critical, exception, message, args);

    public void LogCritical(string message, params object[] args) =>
        Write(LogLevel.Critical, null, message, args);

    public void LogDebug(EventId eventId, Exception exception, string message, params object[] args) =>
        Write(LogLevel.Debug, exception, message, args);

    public void LogDebug(EventId eventId, string message, params object[] args) =>
        Write(LogLevel.Debug, null, message, args);

    public void LogDebug(Exception exception, string message, params object[] args) =>
        Write(LogLevel.Debug, exception, message, args);

    public void LogDebug(string message, params object[] args) =>
        Write(LogLevel.Debug, null, message, args);

    public void LogError(EventId eventId, Exception exception, string message, params object[] args) =>
        Write(LogLevel.Error, exception, message, args);

    public void LogError(EventId eventId, string message, params object[] args) =>
        Write(LogLevel.Error, null, message, args);

    public void LogError(Exception exception, string message, params object[] args) =>
        Write(LogLevel.Error, exception, message, args);

    public void LogError(string message, params object[] args) =>
        Write(LogLevel.Error, null, message, args);

    public void LogInformation(EventId eventId, Exception exception, string message, params object[] args) =>
        Write(LogLevel.Information, exception, message, args);

    public void LogInformation(EventId eventId, string message, params object[] args) =>
        Write(LogLevel.Information, null, message, args);

    public void LogInformation(Exception exception, string message, params object[] args) =>
        Write(LogLevel.Information, exception, message, args);

    public void LogInformation(string message, params object[] args) =>
        Write(LogLevel.Information, null, message, args);

    public void LogMetric(string metricName, IDictionary<string, string> metricDimensions, long value)
    {
    }

    public void LogMetric(string metricName, long value)
    {
    }

    public void LogTrace(EventId eventId, Exception exception, string message, params object[] args) =>
        Write(LogLevel.Trace, exception, message, args);

    public void LogTrace(EventId eventId, string message, params object[] args) =>
        Write(LogLevel.Trace, null, message, args);

    public void LogTrace(Exception exception, string message, params object[] args) =>
        Write(LogLevel.Trace, exception, message, args);

    public void LogTrace(string message, params object[] args) =>
        Write(LogLevel.Trace, null, message, args);

    public void LogWarning(EventId eventId, Exception exception, string message, params object[] args) =>
        Write(LogLevel.Warning, exception, message, args);

    public void LogWarning(EventId eventId, string message, params object[] args) =>
        Write(LogLevel.Warning, null, message, args);

    public void LogWarning(Exception exception, string message, params object[] args) =>
        Write(LogLevel.Warning, exception, message, args);

    public void LogWarning(string message, params object[] args) =>
        Write(LogLevel.Warning, null, message, args);

    /// <summary>
    /// Placeholders have names ({Order}) and take the arguments in order, which stand behind the text.
    /// </summary>
    private void Write(LogLevel level, Exception? exception, string message, object[]? args)
    {
        string values = args is { Length: > 0 } ? " [" + string.Join(", ", args) + "]" : "";
        _log.Trace(string.Create(CultureInfo.InvariantCulture, $"{level}: {message}{values} {exception}").TrimEnd());
    }

    private sealed class Scope : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
