using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>What the gate of the ledger asks about a member.</summary>
internal static class PostingRules
{
    /// <summary>What a fall of the tier is put down to.</summary>
    public static TierReason TierCauseOf(EntryKind kind) => kind switch
    {
        EntryKind.Return or EntryKind.Correction => TierReason.Return,
        EntryKind.MergeIn or EntryKind.MergeOut => TierReason.Merge,
        _ => TierReason.PeriodEnded,
    };

    /// <summary>What settles an account (expiry, merge, pay-out) still reaches a member that has left.</summary>
    public static bool IsClosedTo(SourceKey key, LockedMember member) =>
        !member.IsActive && (key.Kind is EntryKind.Earn or EntryKind.Adjust);

    /// <summary>What was forgotten gets nothing again, for whatever reason.</summary>
    public static bool IsErasedFor(EntryDraft draft, LockedMember member) => member.IsErased && draft.Points > 0;

    /// <summary>Only what takes back an earlier entry may leave a debt, and only where the programme says so.</summary>
    public static DebtPolicy DebtOf(EntryDraft draft, RunningProgramme programme) => draft.Key.Kind switch
    {
        EntryKind.Return or EntryKind.Correction when programme.Settings.Returns == NegativePolicy.AllowNegative =>
            DebtPolicy.Allow,
        EntryKind.MergeIn or EntryKind.Repair or EntryKind.OpeningReversal => DebtPolicy.Allow,
        _ => DebtPolicy.Refuse,
    };
}
