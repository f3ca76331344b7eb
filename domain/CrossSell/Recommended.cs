namespace CrmExtensions.Domain.CrossSell;

/// <summary>A product of one of the two lists, with its reason.</summary>
public sealed record Recommended(string Product, string Name, int Rank)
{
    /// <summary>Comparable within one list and source only; the commercial factor is in it.</summary>
    public double Score { get; init; }

    public SuggestionSource Source { get; init; }

    public ReasonCode Reason { get; init; }

    public ReasonValues Values { get; init; } = new();

    /// <summary>The known product that speaks most for it; empty where none does.</summary>
    public string With { get; init; } = "";

    public CommercialFactor Factor { get; init; } = CommercialFactor.None;
}
