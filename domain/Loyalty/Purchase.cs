using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// A document that may earn points, in base currency. The header rules: lines only say how its amount is spread,
/// because
/// the platform computes the header discount on the header.
/// </summary>
public sealed class Purchase
{
    public Guid DocumentId { get; init; }

    /// <summary>All lines less line discounts and less the header discount; without freight and tax.</summary>
    public decimal NetAmount { get; init; }

    public decimal FreightAmount { get; init; }

    /// <summary>What the customer pays, tax included.</summary>
    public decimal GrossAmount { get; init; }

    /// <summary>The day of the purchase in the programme's zone; null where no rule asks for it.</summary>
    public Day? OrderedOn { get; init; }

    public CustomerKind? Buyer { get; init; }

    /// <summary>What was paid with points, in base currency; the amounts above are already less it.</summary>
    public decimal RedeemedAmount { get; init; }

    /// <summary>Null where document and programme are in base currency.</summary>
    public CurrencyRates? Rates { get; init; }

    public IReadOnlyList<PurchaseLine> Lines { get; init; } = Array.Empty<PurchaseLine>();

    public decimal AmountFor(EarningBasis basis) => BaseAmount.Round(basis switch
    {
        EarningBasis.NetLines => NetAmount,
        EarningBasis.NetLinesAndFreight => NetAmount + FreightAmount,
        EarningBasis.Gross => GrossAmount,
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "This basis is unknown."),
    });

    /// <summary>The lines by id: the platform promises no order, the breakdown must not depend on one.</summary>
    public IReadOnlyList<PurchaseLine> LinesById() =>
        Lines.OrderBy(line => line.Id.ToString("N"), StringComparer.Ordinal).ToArray();
}
