using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>
/// After a posting the customer's row shows the new balance, written once and only if it changed; and the first order
/// of somebody to whom the programme was recommended pays both. One job and one look for both, because nearly every
/// order posts and nearly none was recommended.
/// </summary>
[Step(Message.Create, LoyaltyEntry.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "After a posting the customer shows the new balance; a first order pays who recommended.")]
public sealed class FollowPostingOnEntryCreated : PluginBase
{
    protected override void Run(StepRun run)
    {
        LoyaltyEntry entry = run.Target<LoyaltyEntry>();
        CustomerProfile? customer = new CustomerRefresh(run).ForMember(entry.MemberId.Id);
        bool isEarned = entry.Number(LoyaltyEntry.Columns.Kind) == (int)EntryKind.Earn;
        if (isEarned && customer?.Waiting is { } waiting) new Referrals(run).Qualify(entry.MemberId.Id, waiting);
    }
}
