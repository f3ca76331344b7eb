using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Loyalty;

/// <summary>What a test says about an order; the rest is produced.</summary>
internal sealed record OrderFacts(EntityReference Customer, params OrderLine[] Lines)
{
    public decimal DiscountPercentage { get; init; }
    public decimal Freight { get; init; }
    public EntityReference? Currency { get; init; }
}
