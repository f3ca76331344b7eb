using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>After a posting the customer's row shows the new balance, written once and only if it changed.</summary>
[Step(Message.Create, LoyaltyEntry.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "After a posting the customer's row shows the new balance, written once and only if it changed.")]
public sealed class RefreshCustomerInsight : PluginBase
{
    protected override void Run(StepRun run) =>
        new CustomerRefresh(run).ForMember(run.Target<LoyaltyEntry>().MemberId.Id);
}
