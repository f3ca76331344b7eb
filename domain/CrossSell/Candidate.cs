namespace CrmExtensions.Domain.CrossSell;

/// <summary>A product that may be recommended, before the catalogue was asked.</summary>
internal sealed record Candidate(string Product, CandidateTier Tier, double Score)
{
    public SuggestionSource Source { get; init; }

    public ReasonCode Reason { get; init; }

    public ReasonValues Values { get; init; } = new();

    public string With { get; init; } = "";

    /// <summary>A person said that the pair is right: sensitive categories are not kept back.</summary>
    public bool IsApproved { get; init; }
}
