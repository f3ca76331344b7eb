using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>Some points with the same dates; always more than 0 points.</summary>
public readonly struct Lot : IEquatable<Lot>
{
    public Lot(LotKey key, int points)
    {
        Require.That(points > 0, "a lot of more than 0 points");
        Key = key;
        Points = points;
    }

    public LotKey Key { get; }

    public int Points { get; }

    public bool Equals(Lot other) => Points == other.Points && Key.Equals(other.Key);

    public override bool Equals(object? obj) => obj is Lot other && Equals(other);

    public override int GetHashCode() => (Key.GetHashCode() * 31) + Points;
}
