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
}
