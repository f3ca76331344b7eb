using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>The points that one rule gave on one line, or on an item of the header such as freight.</summary>
public sealed class BreakdownPart
{
    public const string BaseRate = "base";
    public const string Freight = "freight";
    public const string Header = "header";

    /// <summary>The programme's rate (<see cref="BaseRate"/>) or the id of an earning rule.</summary>
    public string Rule { get; init; } = BaseRate;

    /// <summary>Null where the amount belongs to no line; then <see cref="Item"/> says to what.</summary>
    public Guid? Line { get; init; }

    public string? Item { get; init; }
    public decimal Amount { get; init; }
    public int Points { get; init; }
}
