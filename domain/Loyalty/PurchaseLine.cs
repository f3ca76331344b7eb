using System;
using System.Collections.Generic;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>One line of a purchase in base currency: after line discounts, before the header discount.</summary>
public sealed class PurchaseLine
{
    public Guid Id { get; init; }
    public decimal NetAmount { get; init; }
    public decimal TaxAmount { get; init; }

    /// <summary>Below zero on a return line; null where nobody said.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Null on a write-in line.</summary>
    public Guid? ProductId { get; init; }

    /// <summary>The product's family and everything above it.</summary>
    public IReadOnlyList<Guid> Families { get; init; } = Array.Empty<Guid>();

    /// <summary>A discount that was paid with points and written as a line: no bought unit, no place for
    /// points.</summary>
    public bool IsRedemption { get; init; }

    /// <summary>Gift cards and the like: no points for buying points.</summary>
    public bool EarnsNothing { get; init; }
}
