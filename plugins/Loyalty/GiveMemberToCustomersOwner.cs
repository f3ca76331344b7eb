using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>
/// A new member belongs to whom its customer belongs; afterwards, so that enrolling never waits for a right.
/// </summary>
[Step(Message.Create, LoyaltyMember.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "A new member belongs to whom its customer belongs.")]
public sealed class GiveMemberToCustomersOwner : PluginBase
{
    protected override void Run(StepRun run)
    {
        if (run.Target<LoyaltyMember>().CustomerId is not { } customer) return;
        if (new CustomerReader(run.System).Find(customer)?.Owner is not { } owner) return;
        new MemberStore(run.System).GiveTo(owner, run.Context.PrimaryEntityId);
    }
}
