namespace CrmExtensions.Domain.Loyalty;

/// <summary>What the kinds have in common, asked in one place.</summary>
public static class EntryKinds
{
    /// <summary>Whether an entry of this kind may have more than 0 points.</summary>
    public static bool MayCredit(EntryKind kind) => kind switch
    {
        EntryKind.Redeem or EntryKind.Return or EntryKind.Expire or EntryKind.TransferOut => false,
        EntryKind.Forfeit or EntryKind.PayOut or EntryKind.OpeningReversal => false,
        _ => true,
    };

    /// <summary>Whether an entry of this kind may have less than 0 points.</summary>
    public static bool MayDebit(EntryKind kind) => kind switch
    {
        EntryKind.Earn or EntryKind.Bonus or EntryKind.Release or EntryKind.TransferIn or EntryKind.Opening => false,
        _ => true,
    };

    /// <summary>Spending in whatever form: only points that are neither held back nor past their last day.</summary>
    public static bool TakesAvailableLotsOnly(EntryKind kind) =>
        kind is EntryKind.Redeem or EntryKind.TransferOut or EntryKind.PayOut;

    /// <summary>What takes back one earlier credit starts with the lot of that credit, held back or not.</summary>
    public static bool TakesOwnLotFirst(EntryKind kind) =>
        kind is EntryKind.Return or EntryKind.Correction or EntryKind.OpeningReversal;

    /// <summary>Kinds whose breakdown says something even without points: a merge may move status months alone, a
    /// return that a policy spared wholly must be remembered, and so must a repair that took the shown balance back.
    /// </summary>
    public static bool MayBeZero(EntryKind kind) =>
        MovesStatus(kind) || kind is EntryKind.Return or EntryKind.Correction or EntryKind.Repair;

    /// <summary>Kinds whose breakdown says which status months move along with the points.</summary>
    public static bool MovesStatus(EntryKind kind) => kind is EntryKind.MergeIn or EntryKind.MergeOut;

    /// <summary>Kinds that a source pays once, whichever member it is paid to: they carry a payment key.</summary>
    public static bool PaysOncePerSource(EntryKind kind) => kind == EntryKind.Earn;
}
