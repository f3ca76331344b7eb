namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Which amount of a document earns points. Header discounts reduce every basis; taxes count in <see
/// cref="Gross"/> only.
/// The numbers are stored: they are the distance from the first option value of the choice.
/// </summary>
public enum EarningBasis
{
    /// <summary>Lines less line discounts and less the header discount. The default.</summary>
    NetLines = 0,

    /// <summary><see cref="NetLines"/> and the freight amount, without tax.</summary>
    NetLinesAndFreight = 1,

    /// <summary>What the customer pays: lines, freight and tax, less all discounts.</summary>
    Gross = 2,
}
