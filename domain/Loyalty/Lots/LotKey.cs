using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// What tells points apart: the day they were earned, the day from which they can be spent, the last day on which they
/// are valid. Points with the same key are one lot. A lot that never expires has no earned day, so a programme without
/// expiry has one lot however long it runs.
/// </summary>
public readonly struct LotKey : IEquatable<LotKey>, IComparable<LotKey>
{
    /// <summary>Spendable at once and for ever; also the default.</summary>
    public static readonly LotKey Endless;

    private LotKey(Day? earnedOn, Day? availableFrom, Day? expiresOn)
    {
        EarnedOn = earnedOn;
        AvailableFrom = availableFrom;
        ExpiresOn = expiresOn;
    }

    /// <summary>Null where the lot never expires.</summary>
    public Day? EarnedOn { get; }

    /// <summary>End of the holding period; null where there is none or it is over.</summary>
    public Day? AvailableFrom { get; }

    /// <summary>The points are valid through the end of this day; null for ever.</summary>
    public Day? ExpiresOn { get; }

    public bool IsEndless => Equals(Endless);

    public static LotKey Of(Day? earnedOn, Day? availableFrom, Day? expiresOn) =>
        new(expiresOn is null ? null : earnedOn, availableFrom, expiresOn);

    public bool IsAvailableOn(Day day) =>
        (AvailableFrom is not { } from || from <= day) && !IsOverOn(day);

    public bool IsPendingOn(Day day) => AvailableFrom is { } from && from > day;

    /// <summary>Past its last day, whether or not an entry has said so already.</summary>
    public bool IsOverOn(Day day) => ExpiresOn is { } last && last < day;

    /// <summary>Without its available-from day once that day has come: it then is like any other lot.</summary>
    public LotKey MaturedBy(Day day) =>
        AvailableFrom is { } from && from <= day ? Of(EarnedOn, null, ExpiresOn) : this;

    /// <summary>The order of consumption: earliest expiry first, never last, then the older, then the
    /// earlier available.</summary>
    public int CompareTo(LotKey other)
    {
        int order = Rank(ExpiresOn, Day.Last).CompareTo(Rank(other.ExpiresOn, Day.Last));
        if (order == 0) order = (ExpiresOn is null).CompareTo(other.ExpiresOn is null);
        if (order == 0) order = Rank(EarnedOn, default).CompareTo(Rank(other.EarnedOn, default));
        if (order == 0) order = (EarnedOn is not null).CompareTo(other.EarnedOn is not null);
        if (order == 0) order = Rank(AvailableFrom, default).CompareTo(Rank(other.AvailableFrom, default));
        return order == 0 ? (AvailableFrom is not null).CompareTo(other.AvailableFrom is not null) : order;
    }

    public bool Equals(LotKey other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is LotKey other && Equals(other);

    public override int GetHashCode() =>
        (EarnedOn.GetHashCode() * 31 * 31) + (AvailableFrom.GetHashCode() * 31) + ExpiresOn.GetHashCode();

    private static Day Rank(Day? day, Day otherwise) => day ?? otherwise;
}
