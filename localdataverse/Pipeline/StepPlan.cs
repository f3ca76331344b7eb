using System;
using System.Collections.Generic;
using System.Linq;

namespace Dataverse.Local.Pipeline;

/// <summary>
/// All steps that one message on one table meets, per stage, in order of rank, then of registration.
/// Steps of the bulk and the single message stand in one list: the platform merges their pipelines.
/// </summary>
internal sealed class StepPlan
{
    private readonly IReadOnlyList<PlannedStep> _all;

    private StepPlan(IReadOnlyList<PlannedStep> steps)
    {
        _all = steps;
        PreValidation = Of(steps, Stage.PreValidation, StepMode.Synchronous);
        PreOperation = Of(steps, Stage.PreOperation, StepMode.Synchronous);
        PostOperation = Of(steps, Stage.PostOperation, StepMode.Synchronous);
        Asynchronous = Of(steps, Stage.PostOperation, StepMode.Asynchronous);
        HasBulkSteps = steps.Any(step => step.IsBulk);
        HasSteps = steps.Count > 0;
        NeedsRowBefore = steps.Any(step => step.HasPreImage);
        NeedsRowAfter = steps.Any(step => step.HasPostImage);
    }

    public PlannedStep[] PreValidation { get; }

    public PlannedStep[] PreOperation { get; }

    public PlannedStep[] PostOperation { get; }

    public PlannedStep[] Asynchronous { get; }

    public bool HasSteps { get; }

    public bool HasBulkSteps { get; }

    public bool NeedsRowBefore { get; }

    public bool NeedsRowAfter { get; }

    public static StepPlan Of(StepKey key, IEnumerable<Step> registered)
    {
        string single = BulkMessages.SingleOf(key.Message) ?? key.Message;
        string? bulk = BulkMessages.BulkOf(single);
        IEnumerable<PlannedStep> steps =
            from step in registered
            where step.Enabled && (step.Message == single || step.Message == bulk)
            where step.Table is null || step.Table == key.Table
            orderby step.Rank
            select new PlannedStep(step, isBulk: step.Message == bulk);
        return new StepPlan(steps.ToArray());
    }

    /// <summary>The plan of a request that leaves steps out.</summary>
    public StepPlan Where(Func<PlannedStep, bool> keep) => new(_all.Where(keep).ToArray());

    private static PlannedStep[] Of(IReadOnlyList<PlannedStep> steps, Stage stage, StepMode mode) =>
        steps.Where(step => step.Step.Stage == stage && step.Step.Mode == mode).ToArray();
}
