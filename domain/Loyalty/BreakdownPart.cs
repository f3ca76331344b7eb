using System;
using System.Globalization;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>The points that one rule gave on one line, or on an item of the header such as freight. What a return takes
/// back has points, units and amounts below zero.</summary>
public sealed class BreakdownPart
{
    public const string BaseRate = "base";
    public const string TierBonus = "tier";

    /// <summary>A line that earns nothing by its product, such as a gift card.</summary>
    public const string Excluded = "excluded";

    /// <summary>What a return could not take back; more than 0 points, because it lessens the entry.</summary>
    public const string WrittenOff = "writtenoff";

    public const string Freight = "freight";
    public const string Header = "header";

    /// <summary>All lines together: a breakdown by line would have been longer than an entry can hold.</summary>
    public const string AllLines = "lines";

    /// <summary>The programme's rate (<see cref="BaseRate"/>), the tier or the id of an earning rule.</summary>
    public string Rule { get; init; } = BaseRate;

    /// <summary>Null where the amount belongs to no line; then <see cref="Item"/> says to what.</summary>
    public Guid? Line { get; init; }

    public string? Item { get; init; }

    /// <summary>Quantity of the line when it earned, five decimals; null where nobody said. Stands with the base rate
    /// only.</summary>
    public decimal? Units { get; init; }

    /// <summary>Stands with the base rate or the exclusion only, so that the amounts add up to the basis.</summary>
    public decimal Amount { get; init; }

    public int Points { get; init; }

    /// <summary>Rule, line and item as one text: parts with the same place can be added.</summary>
    internal string Place => Rule + "|" + (Line?.ToString("N") ?? "") + "|" + Item;

    internal bool IsNothing => Points == 0 && Amount == 0 && Units.GetValueOrDefault() == 0;

    internal static string UnitText(decimal units) =>
        decimal.Round(units, 5).ToString("0.00000", CultureInfo.InvariantCulture);

    internal BreakdownPart Plus(BreakdownPart other) => With(
        Units is null && other.Units is null ? null : Units.GetValueOrDefault() + other.Units.GetValueOrDefault(),
        Amount + other.Amount,
        Points + other.Points);

    internal BreakdownPart Times(int factor) => With(Units * factor, Amount * factor, Points * factor);

    internal BreakdownPart Part(decimal share, int points) =>
        With(Units is { } units ? decimal.Round(units * share, 5) : null, BaseAmount.Round(Amount * share), points);

    internal BreakdownPart WithPoints(int points) => With(Units, Amount, points);

    internal BreakdownPart OnAllLines() => Line is null
        ? this
        : new BreakdownPart { Rule = Rule, Item = AllLines, Amount = Amount, Points = Points };

    private BreakdownPart With(decimal? units, decimal amount, int points) => new()
    {
        Rule = Rule, Line = Line, Item = Item, Units = units, Amount = amount, Points = points,
    };
}
