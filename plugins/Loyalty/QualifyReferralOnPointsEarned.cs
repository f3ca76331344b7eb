using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>The first order of somebody to whom the programme was recommended pays both.</summary>
[Step(Message.Create, LoyaltyEntry.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 2,
    Description = "The first order of somebody to whom the programme was recommended pays both.")]
public sealed class QualifyReferralOnPointsEarned : PluginBase
{
    protected override void Run(StepRun run)
    {
        LoyaltyEntry entry = run.Target<LoyaltyEntry>();
        if (entry.Number(LoyaltyEntry.Columns.Kind) == (int)EntryKind.Earn)
            new Referrals(run).Qualify(entry.MemberId.Id);
        else run.NothingToDo("nothing was earned.");
    }
}
