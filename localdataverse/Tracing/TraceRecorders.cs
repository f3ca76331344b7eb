using System;
using System.Threading;
using Dataverse.Local.Async;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tracing;

/// <summary>The recorder of the thread that asked for a trace; other threads run unrecorded.</summary>
internal sealed class TraceRecorders
{
    private readonly ThreadLocal<TraceRecorder?> _current = new();
    private int _active;

    /// <summary>Null almost always: then nothing is recorded and nothing is allocated.</summary>
    private TraceRecorder? Current => Volatile.Read(ref _active) == 0 ? null : _current.Value;

    public OperationTrace Record(Action work)
    {
        if (Current is not null)
        {
            throw new InvalidOperationException("A trace is being recorded on this thread already.");
        }

        TraceRecorder recorder = new();
        _current.Value = recorder;
        Interlocked.Increment(ref _active);
        try
        {
            work();
        }
        finally
        {
            Interlocked.Decrement(ref _active);
            _current.Value = null;
        }

        return new OperationTrace(recorder.Roots);
    }

    public TraceScope Request(OrganizationRequest request) =>
        Current?.Open(TraceNodeKind.Request, NameOf(request)) ?? default;

    public TraceScope Step(Step step) =>
        Current?.Open(TraceNodeKind.Plugin, $"{StageText(step)} {step.PluginType}") ?? default;

    public TraceScope CustomApi(string pluginType) =>
        Current?.Open(TraceNodeKind.Plugin, $"main operation {pluginType}") ?? default;

    public TraceScope Activity(string type) =>
        Current?.Open(TraceNodeKind.Plugin, $"activity {type}") ?? default;

    /// <summary>The line of a job stands where its step was met; what the job does hangs below it later.</summary>
    public TraceNode? Queued(Step step) => Current?.Leaf(TraceNodeKind.Job, $"asynchronous {step.PluginType}");

    public TraceNode? Queued(string text) => Current?.Leaf(TraceNodeKind.Job, text);

    public TraceScope Job(SystemJob job) => job.Trace is null ? default : Current?.Reopen(job.Trace) ?? default;

    public void Line(string text) => Current?.Leaf(TraceNodeKind.Line, text);

    private static string NameOf(OrganizationRequest request) =>
        $"{request.RequestName} {RequestReader.TableOf(request.Parameters)}".TrimEnd();

    private static string StageText(Step step) => step.Stage switch
    {
        Stage.PreValidation => "pre-validation",
        Stage.PreOperation => "pre-operation",
        _ => "post-operation",
    };
}
