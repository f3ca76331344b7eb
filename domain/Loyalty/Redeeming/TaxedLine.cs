using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>A line of a document as a discount on the whole document sees it, in the document's currency.</summary>
public sealed class TaxedLine
{
    public TaxedLine(Guid id, decimal net, decimal tax, bool isFixedLevy)
    {
        Id = id;
        Net = net;
        Tax = tax;
        IsFixedLevy = isFixedLevy;
    }

    public Guid Id { get; }

    /// <summary>After the line's own discounts, before tax; negative on a returned line.</summary>
    public decimal Net { get; }

    public decimal Tax { get; }

    /// <summary>
    /// The tax is an amount a piece (a deposit, a levy on spirits), not a share of the price: no discount lowers it.
    /// </summary>
    public bool IsFixedLevy { get; }
}
