namespace CrmExtensions.Domain.CrossSell;

/// <summary>Which association rules are worth having; the defaults suit a shop of some thousand baskets.</summary>
public sealed record RuleOptions
{
    /// <summary>Share of all baskets that hold every product of a rule, above 0 up to 1.</summary>
    public decimal Support { get; init; } = 0.001m;

    /// <summary>Share of the baskets with the antecedent that hold the consequent too, above 0 up to 1.</summary>
    public decimal Confidence { get; init; } = 0.5m;

    /// <summary>Most products of a rule, both sides together; at least 2.</summary>
    public int Products { get; init; } = 10;

    /// <summary>Mining stops with more frequent sets than this: their number may grow with two to the power of the
    /// longest basket. A set takes 16 bytes.</summary>
    public int Sets { get; init; } = 5_000_000;
}
