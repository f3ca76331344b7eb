using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// The points of one purchase with the amount and the rules that they come from. Zero points unless earned.
/// </summary>
public sealed class Award
{
    public AwardResult Result { get; init; }
    public EarningBasis Basis { get; init; }
    public decimal BasisAmount { get; init; }
    public int Points { get; init; }
    public Breakdown Breakdown { get; init; } = Breakdown.Empty;

    /// <summary>Bonuses that a budget cut or refused.</summary>
    public IReadOnlyList<BudgetShortfall> Shortfalls { get; init; } = Array.Empty<BudgetShortfall>();

    /// <summary>The points of the base rate: status comes from what was bought, not from promotions or tiers.</summary>
    public int StatusPoints => Breakdown.StatusPoints;
}
