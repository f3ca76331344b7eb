using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>
/// A changed limit changes no tier: the programme is marked, and tiers stand still until somebody has seen the preview
/// and re-evaluates. While nobody has a tier, limits may be set up freely.
/// </summary>
[Step(Message.Create, LoyaltyTierRow.Table, Stage.PostOperation,
    Description = "A new tier waits for a re-evaluation where members have tiers already.")]
[Step(Message.Update, LoyaltyTierRow.Table, Stage.PostOperation,
    OnChangeOf = new[]
    {
        LoyaltyTierRow.Columns.Rank, LoyaltyTierRow.Columns.MonthPoints, LoyaltyTierRow.Columns.YearPoints,
        LoyaltyTierRow.Columns.YearOrders, LoyaltyTierRow.Columns.ProgramId, LoyaltyTierRow.Columns.State,
    },
    PreImage = new[] { LoyaltyTierRow.Columns.ProgramId },
    Description = "A changed limit waits for a re-evaluation.")]
[Step(Message.Delete, LoyaltyTierRow.Table, Stage.PostOperation,
    PreImage = new[] { LoyaltyTierRow.Columns.ProgramId },
    Description = "A deleted tier waits for a re-evaluation.")]
public sealed class HoldTiersOnChangedLimits : PluginBase
{
    protected override void Run(StepRun run)
    {
        Entity tier = run.Context.PreEntityImages.TryGetValue(StepAttribute.PreImageName, out Entity image)
            ? image
            : run.Target<LoyaltyTierRow>();
        if (tier.Link(LoyaltyTierRow.Columns.ProgramId) is not { } programme) return;
        var programmes = new ProgrammeStore(run.System);
        if (programmes.HasMember(programme.Id, LoyaltyMember.Columns.TierId))
            programmes.Mark(programme.Id, LoyaltyProgram.Columns.TiersDirty, isMarked: true);
        else run.NothingToDo("nobody has a tier yet.");
    }
}
