using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>One line of a purchase in base currency: after line discounts, before the header discount.</summary>
public sealed class PurchaseLine
{
    public Guid Id { get; init; }
    public decimal NetAmount { get; init; }
    public decimal TaxAmount { get; init; }
}
