using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>A referral names a member by code, never the customer itself, and a customer is referred once.</summary>
[Step(Message.Create, ReferralRow.Table, Stage.PreOperation,
    Description = "A referral names a member by code, never the customer itself, and a customer is referred once.")]
public sealed class AcceptReferral : PluginBase
{
    protected override void Run(StepRun run) => new Referrals(run).Accept(run.Target<ReferralRow>());
}
