using System;
using System.Collections.Generic;
using System.ServiceModel;
using System.Threading;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Dataverse.Local.Tracing;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Async;

/// <summary>
/// The asynchronous service. It works when it is told to: <see cref="Drain"/> runs every waiting job, and those that
/// they create, in the order of their commits. A job that fails stays visible as a failed asyncoperation row and is not
/// run again, unless its plugin throws with <see cref="OperationStatus.Retry"/>.
/// </summary>
internal sealed class AsyncQueue
{
    private const int MaxRetries = 10;

    private readonly Engine _engine;
    private readonly Lock _gate = new();
    private readonly Queue<SystemJob> _waiting = new();

    public AsyncQueue(Engine engine) => _engine = engine;

    /// <summary>Jobs that would run now.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>A job and its row, both part of the transaction that is open.</summary>
    public SystemJob Make(Operation operation, Step step, PluginContext context)
    {
        SystemJob job = new()
        {
            Id = _engine.Ids.Next(),
            Step = step,
            Context = context,
            Trace = _engine.Recorder.Queued(step),
        };
        context.OperationId = job.Id;
        JobRows.Insert(operation, job);
        return job;
    }

    /// <summary>After the commit.</summary>
    public void Add(IReadOnlyList<SystemJob> jobs)
    {
        if (jobs.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            foreach (SystemJob job in jobs)
            {
                _waiting.Enqueue(job);
            }
        }
    }

    /// <summary>Number of jobs run, failed ones included.</summary>
    public int Drain()
    {
        int run = 0;
        while (Next() is SystemJob job)
        {
            using TraceScope scope = _engine.Recorder.Job(job);
            Run(job, scope);
            run++;
        }

        return run;
    }

    private SystemJob? Next()
    {
        lock (_gate)
        {
            return _waiting.TryDequeue(out SystemJob? job) ? job : null;
        }
    }

    private void Run(SystemJob job, TraceScope scope)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                _engine.Plugins.Run(job.Context, job.Step);
                JobRows.Succeed(_engine, job);
                return;
            }
            catch (FaultException<OrganizationServiceFault> fault)
            {
                if (WantsRetry(fault.Detail) && attempt <= MaxRetries)
                {
                    continue;
                }

                scope.Failed(fault.Detail.Message);
                JobRows.Fail(_engine, job, fault.Detail, attempt);
                return;
            }
        }
    }

    private static bool WantsRetry(OrganizationServiceFault fault) =>
        fault.ErrorDetails.TryGetValue("OperationStatus", out object? status)
        && status is string text
        && text == ((int)OperationStatus.Retry).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
