using System;

namespace Dataverse.Local.Tracing;

/// <summary>Open part of a trace; the default value records nothing.</summary>
internal readonly struct TraceScope : IDisposable
{
    private readonly TraceRecorder? _recorder;
    private readonly TraceNode? _node;

    public TraceScope(TraceRecorder recorder, TraceNode node)
    {
        _recorder = recorder;
        _node = node;
    }

    /// <summary>Notes the fault at the innermost open node only: the place where it arose.</summary>
    public void Failed(string message)
    {
        if (_node is not null)
        {
            _node.Fault = message;
        }
    }

    public void Dispose() => _recorder?.Close();
}
