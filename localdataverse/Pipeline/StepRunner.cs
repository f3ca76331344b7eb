using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Async;
using Dataverse.Local.Conflicts;
using Dataverse.Local.Plugins;
using Dataverse.Local.Tracing;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Pipeline;

/// <summary>Runs the steps of a stage, in order, for every row that they listen to.</summary>
internal sealed class StepRunner
{
    private readonly Engine _engine;

    public StepRunner(Engine engine) => _engine = engine;

    public void Run(Operation operation, PlannedStep[] steps, Stage stage)
    {
        foreach (PlannedStep step in steps)
        {
            if (step.IsBulk)
            {
                if (Wants(step, operation.Bulk!))
                {
                    RunOnce(operation, step, operation.Bulk!, stage);
                }

                continue;
            }

            foreach (MessageEvent row in operation.Rows)
            {
                if (step.Wants(row.Target))
                {
                    RunOnce(operation, step, row, stage);
                }
            }
        }
    }

    /// <summary>Makes a system job of every asynchronous step; it keeps the context as it is now.</summary>
    public static void Queue(Operation operation, PlannedStep[] steps)
    {
        foreach (PlannedStep step in steps)
        {
            if (step.IsBulk)
            {
                if (Wants(step, operation.Bulk!))
                {
                    StepJobs.Queue(operation, step.Step, operation.Bulk!);
                }

                continue;
            }

            foreach (MessageEvent row in operation.Rows)
            {
                if (step.Wants(row.Target))
                {
                    StepJobs.Queue(operation, step.Step, row);
                }
            }
        }
    }

    private static bool Wants(PlannedStep step, MessageEvent bulk)
    {
        foreach (Entity target in ((EntityCollection)bulk.Input["Targets"]).Entities)
        {
            if (step.Wants(target))
            {
                return true;
            }
        }

        return false;
    }

    private void RunOnce(Operation operation, PlannedStep step, MessageEvent seen, Stage stage)
    {
        PluginContext context = PluginContext.ForStep(operation, step.Step, seen, stage);
        using TraceScope scope = _engine.Recorder.Step(step.Step);
        try
        {
            Run(operation, context, step.Step, seen);
        }
        catch (Exception exception)
        {
            scope.Failed(exception.Message);
            throw;
        }

        if (operation.Unit.IsDoomed)
        {
            scope.Failed(FaultText.TransactionReduced);
            throw Fault.Because(ErrorCodes.TransactionReduced, FaultText.TransactionReduced);
        }
    }

    /// <summary>What a step sets in the target of an Update is a write of the step.</summary>
    private void Run(Operation operation, PluginContext context, Step step, MessageEvent seen)
    {
        Entity? target = operation.Unit.Watch is not null && seen.Message == "Update" ? seen.Target : null;
        if (target is null)
        {
            _engine.Plugins.Run(context, step);
            return;
        }

        Dictionary<string, object> before = target.Attributes.ToDictionary(StringComparer.Ordinal);
        _engine.Plugins.Run(context, step);
        if (TargetChange.Between(before, target, step.PluginType) is TargetChange change)
        {
            operation.Unit.Watch!.TargetChanged(target, change);
        }
    }
}
