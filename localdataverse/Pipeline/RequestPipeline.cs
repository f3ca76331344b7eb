using System;
using System.Collections.Generic;
using Dataverse.Local.Async;
using Dataverse.Local.Security;
using Dataverse.Local.Tracing;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Pipeline;

/// <summary>
/// The way of every request, from outside or from a plugin. The calls are the platform's seven stages; rights are
/// checked after stage 10, as there.
/// </summary>
internal sealed class RequestPipeline
{
    private readonly Engine _engine;
    private readonly RequestReader _reader;
    private readonly StepRunner _steps;

    public RequestPipeline(Engine engine)
    {
        _engine = engine;
        _reader = new RequestReader(engine);
        _steps = new StepRunner(engine);
    }

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_engine.Throttle is null || caller.Origin != RequestOrigin.Outside || caller.IsAdmitted)
        {
            return Admitted(request, caller);
        }

        using IDisposable admission = _engine.Throttle.Admit(caller.ImpersonatorId ?? caller.UserId);
        return Admitted(request, caller);
    }

    private OrganizationResponse Admitted(OrganizationRequest request, Caller caller)
    {
        UnitOfWork unit = caller.Unit ?? _engine.Sessions.Rent();
        try
        {
            return Recorded(request, caller, unit);
        }
        finally
        {
            if (caller.Unit is null)
            {
                _engine.Sessions.Return(unit);
            }
        }
    }

    private OrganizationResponse Recorded(OrganizationRequest request, Caller caller, UnitOfWork unit)
    {
        using TraceScope scope = _engine.Recorder.Request(request);
        try
        {
            return Run(request, caller, unit);
        }
        catch (Exception exception)
        {
            unit.Doom();
            scope.Failed(exception.Message);
            throw;
        }
    }

    private OrganizationResponse Run(OrganizationRequest request, Caller caller, UnitOfWork unit)
    {
        IMessageHandler handler = _engine.Handlers.Find(request.RequestName);
        Operation operation = InitialPreOperation(request, caller, unit);
        try
        {
            PreValidation(operation);
            BeginTransaction(operation, handler);
            AccessGate.Check(operation);
            PreOperation(operation);
            OrganizationResponse response = MainOperation(operation, handler);
            PostOperation(operation, response);
            PostCommit(operation);
            return response;
        }
        catch (Exception)
        {
            Rollback(operation);
            throw;
        }
    }

    /// <summary>
    /// Stage 5: the loop guard, a copy of the request, the table, the row of an alternate key, the steps.
    /// </summary>
    private Operation InitialPreOperation(OrganizationRequest request, Caller caller, UnitOfWork unit)
    {
        _engine.Requests.Count(request.RequestName, caller.Origin);
        if (caller.Depth > _engine.Options.Limits.Depth)
        {
            throw Fault.Because(ErrorCodes.SdkCorrelationTokenDepthTooHigh, FaultText.InfiniteLoop);
        }

        if (caller.Context is not null)
        {
            _engine.Time.CheckRequest(caller);
        }

        if (unit.IsDoomed)
        {
            throw Fault.Because(ErrorCodes.TransactionNotStarted, FaultText.NoActiveTransaction);
        }

        return _reader.Read(request, caller, unit);
    }

    /// <summary>Stage 10: outside the transaction, unless the caller is in one.</summary>
    private void PreValidation(Operation operation)
    {
        if (operation.Plan.PreValidation.Length == 0)
        {
            return;
        }

        if (operation.Plan.NeedsRowBefore)
        {
            RowImages.TakeBefore(operation);
        }

        _steps.Run(operation, operation.Plan.PreValidation, Stage.PreValidation);
    }

    private static void BeginTransaction(Operation operation, IMessageHandler handler)
    {
        bool wanted = handler.Transaction switch
        {
            TransactionUse.Required => true,
            TransactionUse.ReadOnly => operation.Plan.HasSteps,
            _ => false,
        };
        if (wanted && !operation.Unit.InTransaction)
        {
            operation.Unit.Begin();
            operation.OwnsTransaction = true;
        }
    }

    /// <summary>Stage 20: in the transaction; steps may still change what is written.</summary>
    private void PreOperation(Operation operation)
    {
        if (operation.Plan.NeedsRowBefore)
        {
            RowImages.TakeBefore(operation);
        }

        _steps.Run(operation, operation.Plan.PreOperation, Stage.PreOperation);
    }

    /// <summary>Stage 30: the handler sees the parameters as the steps have left them.</summary>
    private static OrganizationResponse MainOperation(Operation operation, IMessageHandler handler)
    {
        MessageEvent main = operation.Main;
        OrganizationRequest request = new(main.Message) { Parameters = main.Input };
        OrganizationResponse response = handler.Handle(request, operation);
        response.ResponseName = main.Message;
        main.Output = response.Results;
        return response;
    }

    /// <summary>Stage 40; asynchronous steps are queued here and wait for the commit.</summary>
    private void PostOperation(Operation operation, OrganizationResponse response)
    {
        StepPlan plan = operation.Plan;
        if (!plan.HasSteps)
        {
            return;
        }

        Results.Share(operation, response);
        if (plan.NeedsRowAfter)
        {
            RowImages.TakeAfter(operation);
        }

        _steps.Run(operation, plan.PostOperation, Stage.PostOperation);
        StepRunner.Queue(operation, plan.Asynchronous);
    }

    /// <summary>Commit by whoever has begun; then the asynchronous steps may run.</summary>
    private void PostCommit(Operation operation)
    {
        if (operation.OwnsTransaction)
        {
            _engine.Time.CheckCommit(operation.Unit);
            IReadOnlyList<SystemJob> due = operation.Unit.Commit();
            operation.OwnsTransaction = false;
            _engine.Jobs.Add(due);
        }
    }

    private static void Rollback(Operation operation)
    {
        if (operation.OwnsTransaction)
        {
            operation.OwnsTransaction = false;
            operation.Unit.Rollback();
        }
    }
}
