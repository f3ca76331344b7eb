using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>Whoever joins is welcomed with the programme's points, once.</summary>
[Step(Message.Create, LoyaltyMember.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 2,
    Description = "Whoever joins is welcomed with the programme's points, once.")]
public sealed class AwardWelcomePointsOnMemberCreated : PluginBase
{
    protected override void Run(StepRun run) => new EventPoints(run).Award(
        run.Context.PrimaryEntityId, BonusEvent.Welcome, member => EventPay.WelcomeSource(member.Id));
}
