namespace CrmExtensions.Domain.Loyalty;

/// <summary>A posted fact. It is never changed or removed; a correction is another entry.</summary>
public sealed record LedgerEntry
{
    public EntryDraft Draft { get; init; } = new();

    /// <summary>1 for a member's first entry, without gaps.</summary>
    public int Sequence { get; init; }

    public int BalanceAfter { get; init; }
    public string PreviousHash { get; init; } = LedgerHash.Genesis;
    public string Hash { get; init; } = "";
}
