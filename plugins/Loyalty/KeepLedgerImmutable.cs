using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>Nobody changes or deletes a ledger entry; only its owner and its sharing may change.</summary>
[Step(Message.Delete, LoyaltyEntry.Table, Stage.PreOperation, Description = "Nobody deletes a ledger entry.")]
[Step(Message.Update, LoyaltyEntry.Table, Stage.PreOperation,
    OnChangeOf = new[]
    {
        LoyaltyEntry.Columns.Name, LoyaltyEntry.Columns.MemberId, LoyaltyEntry.Columns.Kind,
        LoyaltyEntry.Columns.Points, LoyaltyEntry.Columns.SourceKey, LoyaltyEntry.Columns.Sequence,
        LoyaltyEntry.Columns.BalanceAfter, LoyaltyEntry.Columns.BookedOn, LoyaltyEntry.Columns.OriginatorId,
        LoyaltyEntry.Columns.SourceTable, LoyaltyEntry.Columns.SourceId, LoyaltyEntry.Columns.Basis,
        LoyaltyEntry.Columns.BasisAmount, LoyaltyEntry.Columns.Breakdown, LoyaltyEntry.Columns.Reason,
        LoyaltyEntry.Columns.PreviousHash, LoyaltyEntry.Columns.Hash, LoyaltyEntry.Columns.State,
        LoyaltyEntry.Columns.Status,
        LoyaltyEntry.Columns.AvailableFrom, LoyaltyEntry.Columns.ExpiresOn, LoyaltyEntry.Columns.EarnedOn,
        LoyaltyEntry.Columns.StatusPoints, LoyaltyEntry.Columns.Allocation, LoyaltyEntry.Columns.ReversesId,
        LoyaltyEntry.Columns.OriginMemberId, LoyaltyEntry.Columns.PaymentKey, LoyaltyEntry.Columns.DocumentNumber,
        LoyaltyEntry.Columns.CurrencyRate, LoyaltyEntry.Columns.ProgrammeRate, LoyaltyEntry.Columns.ImportBatchId,
        LoyaltyEntry.Columns.RuleId, LoyaltyEntry.Columns.NoteHash, LoyaltyEntry.Columns.StatusOrders,
    },
    Description = "Nobody changes the facts of a ledger entry.")]
public sealed class KeepLedgerImmutable : PluginBase
{
    protected override void Run(StepRun run) => throw new BusinessRuleException(UserText.EntriesAreImmutable);
}
