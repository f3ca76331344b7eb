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

    /// <summary>The budgets of the rules that give points in this breakdown, in order of the rules' ids.</summary>
    public IReadOnlyList<BudgetShare> BudgetsOf(Breakdown breakdown, Guid memberId) => entries
        .Where(entry => entry.HasBudget && breakdown.PointsOf(entry.Rule.Id.ToString("N")) > 0)
        .OrderBy(entry => entry.Rule.Id.ToString("N"), StringComparer.Ordinal)
        .Select(entry => entry.ShareFor(memberId))
        .ToArray();

    /// <summary>Null where the breakdown names no rule of this book.</summary>
    public string? NameOf(string ruleInBreakdown) => entries
        .FirstOrDefault(entry => entry.Rule.Id.ToString("N") == ruleInBreakdown)?.Name;
}
