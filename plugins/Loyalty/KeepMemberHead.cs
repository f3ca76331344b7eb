using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>The head of a member's ledger moves with the ledger only, and starts at zero under its own key.</summary>
[Step(Message.Create, LoyaltyMember.Table, Stage.PreOperation,
    Description = "A member starts with a balance of zero, under the key of its programme and customer.")]
[Step(Message.Update, LoyaltyMember.Table, Stage.PreOperation,
    OnChangeOf = new[]
    {
        LoyaltyMember.Columns.Sequence,
        LoyaltyMember.Columns.LastHash,
        LoyaltyMember.Columns.Balance,
        LoyaltyMember.Columns.OpenLots,
        LoyaltyMember.Columns.StatusBuckets,
        LoyaltyMember.Columns.Pending,
        LoyaltyMember.Columns.Available,
        LoyaltyMember.Columns.NextExpiryOn,
        LoyaltyMember.Columns.NextExpiryPoints,
        LoyaltyMember.Columns.MemberKey,
        LoyaltyMember.Columns.ProgramId,
    },
    Description = "The head of a member's ledger moves with the ledger only.")]
public sealed class KeepMemberHead : PluginBase
{
    private readonly OwnSteps gate = new OwnSteps(typeof(AcceptLedgerEntry));

    protected override void Run(StepRun run)
    {
        if (run.Context.MessageName == Message.Create) StartAtZero(run.Target<LoyaltyMember>());
        else if (!MovesWithTheLedger(run)) throw new BusinessRuleException(UserText.HeadIsKeptByTheLedger);
    }

    /// <summary>After a posting, a confirmed repair, an erasure of the key, or where only time has passed.</summary>
    private bool MovesWithTheLedger(StepRun run)
    {
        var origin = new Provenance(
            run.Context,
            LoyaltyMember.Columns.Sequence,
            LoyaltyMember.Columns.LastHash,
            LoyaltyMember.Columns.Balance);
        return origin.IsOneOf(gate)
            || origin.IsCustomApi(LifecycleApis.ConfirmRepair.Name)
            || origin.IsCustomApi(ProtectionApis.ForgetCustomer.Name) || origin.IsCustomApi(JobApis.RunJobItem.Name);
    }

    private static void StartAtZero(LoyaltyMember member)
    {
        bool hasHead = (member.Sequence ?? 0) != 0 || (member.Balance ?? 0) != 0
            || (member.LastHash ?? LedgerHash.Genesis) != LedgerHash.Genesis
            || member.OpenLots is not null || member.StatusBuckets is not null
            || (member.Pending ?? 0) != 0 || (member.Available ?? 0) != 0;
        if (hasHead) throw new BusinessRuleException(UserText.MemberStartsAtZero);
        if (!member.Attributes.ContainsKey(LoyaltyMember.Columns.ProgramId) || member.CustomerId is not { } customer)
            throw new BusinessRuleException(UserText.MemberNeedsProgrammeAndCustomer);

        member.ReferralCode ??= RandomCode.New();
        member.Sequence = 0;
        member.Balance = 0;
        member.Pending = 0;
        member.Available = 0;
        member.LastHash = LedgerHash.Genesis;
        member.MemberKey = new MemberKey(member.ProgramId.Id, customer.Id).ToString();
    }
}
