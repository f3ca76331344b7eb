using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// A promotion, a bonus or an exclusion. All conditions that are set must hold. Of the rules that are not stackable the
/// one with the highest priority wins a line, ties go to the smaller id and never to what was edited last; stackable
/// rules come on top; exclusions win over everything.
/// </summary>
public sealed record EarningRule
{
    public const decimal HighestMultiplier = 1000m;

    public Guid Id { get; init; }

    public RuleKind Kind { get; init; }

    /// <summary>For <see cref="RuleKind.Multiplier"/>; 0 to 1,000, below 1 it takes base points away.</summary>
    public decimal Multiplier { get; init; } = 1m;

    /// <summary>For the kinds that give points; from 0.</summary>
    public int Points { get; init; }

    /// <summary>Only lines of this product.</summary>
    public Guid? ProductId { get; init; }

    /// <summary>Only lines of products in this family, at whatever depth.</summary>
    public Guid? FamilyId { get; init; }

    /// <summary>Only documents whose basis amount is at least this, in base currency.</summary>
    public decimal? MinimumAmount { get; init; }

    /// <summary>Only members of this tier or a higher one.</summary>
    public int? MinimumTierRank { get; init; }

    /// <summary>Only accounts or only contacts.</summary>
    public CustomerKind? Buyer { get; init; }

    /// <summary>1 for Monday to 7 for Sunday; empty for every day.</summary>
    public IReadOnlyList<int> Weekdays { get; init; } = Array.Empty<int>();

    /// <summary>First day, in the programme's zone.</summary>
    public Day? ValidFrom { get; init; }

    /// <summary>Last day, which still counts.</summary>
    public Day? ValidTo { get; init; }

    /// <summary>The higher wins; default 0.</summary>
    public int Priority { get; init; }

    public bool IsStackable { get; init; }

    /// <summary>What the budget still holds when the award is computed; null without a budget.</summary>
    public int? BudgetLeft { get; init; }

    public BudgetPolicy BudgetPolicy { get; init; } = BudgetPolicy.Clamp;

    internal string Name => Id.ToString("N");

    /// <summary>Reads "1,2,7"; null for anything else. Empty text is every day.</summary>
    public static IReadOnlyList<int>? ParseWeekdays(string? text)
    {
        string[] parts = (text ?? "").Split(new[] { ',' }, StringSplitOptions.RemoveEmptyEntries);
        int[] days = parts
            .Select(part => int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int day)
                ? day
                : 0)
            .ToArray();
        return days.All(day => day is >= 1 and <= 7) ? days : null;
    }

    /// <summary>Whether the conditions on document and member hold.</summary>
    public bool Matches(Purchase purchase, decimal basisAmount, Earner earner) =>
        (MinimumAmount is not { } least || basisAmount >= least)
        && (MinimumTierRank is not { } rank || earner.Tier?.Rank >= rank)
        && (Buyer is not { } buyer || purchase.Buyer == buyer)
        && (Weekdays.Count == 0 || (purchase.OrderedOn is { } on && Weekdays.Contains(on.Weekday)))
        && (ValidFrom is not { } first || purchase.OrderedOn >= first)
        && (ValidTo is not { } last || purchase.OrderedOn <= last);

    /// <summary>Whether the conditions on the product hold; what is no line matches rules without such.</summary>
    public bool MatchesLine(PurchaseLine? line) =>
        (ProductId is not { } product || line?.ProductId == product)
        && (FamilyId is not { } family || (line is not null && line.Families.Contains(family)));
}
