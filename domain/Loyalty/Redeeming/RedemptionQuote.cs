namespace CrmExtensions.Domain.Loyalty;

/// <summary>How many points pay how much; zero of both unless possible.</summary>
public sealed record RedemptionQuote
{
    public RedemptionResult Result { get; init; }

    /// <summary>Whole conversion steps.</summary>
    public int Points { get; init; }

    /// <summary>In the programme's currency.</summary>
    public decimal Value { get; init; }

    /// <summary>The most money that points may pay on this document.</summary>
    public decimal Cap { get; init; }
}
