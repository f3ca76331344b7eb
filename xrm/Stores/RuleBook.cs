using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Xrm.Stores;

/// <summary>The earning rules of one programme, with what only the rows know: names and shares of budgets.</summary>
internal sealed class RuleBook
{
    public static readonly RuleBook Empty = new(Array.Empty<RuleEntry>());

    private readonly IReadOnlyList<RuleEntry> entries;

    public RuleBook(IReadOnlyList<RuleEntry> entries) => this.entries = entries;

    /// <summary>As if no budget had an end.</summary>
    public IReadOnlyList<EarningRule> Unlimited => entries.Select(entry => entry.Rule).ToArray();

    /// <summary>Whether a rule asks for the family of a product.</summary>
    public bool AsksForFamilies => entries.Any(entry => entry.Rule.FamilyId is not null);

    /// <summary>The rules with a budget to which this breakdown gives points, in order of their ids.</summary>
    public IReadOnlyList<RuleEntry> BudgetsOf(Breakdown breakdown) => entries
        .Where(entry => entry.HasBudget && PointsOf(entry.Rule, breakdown) > 0)
        .OrderBy(entry => entry.Rule.Id.ToString("N"), StringComparer.Ordinal)
        .ToArray();

    /// <summary>The rules with what their budgets still hold.</summary>
    public IReadOnlyList<EarningRule> Limited(Func<RuleEntry, int?> left) => entries
        .Select(entry => left(entry) is { } points ? entry.Rule with { BudgetLeft = points } : entry.Rule)
        .ToArray();

    /// <summary>Null where the breakdown names no rule of this book.</summary>
    public string? NameOf(string ruleInBreakdown) => entries
        .FirstOrDefault(entry => entry.Rule.Id.ToString("N") == ruleInBreakdown)?.Name;

    public static int PointsOf(EarningRule rule, Breakdown breakdown) => breakdown.Parts
        .Where(part => part.Rule == rule.Id.ToString("N"))
        .Sum(part => part.Points);
}
