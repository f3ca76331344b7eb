using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>What came back of one line.</summary>
public sealed record ReturnedLine
{
    public Guid Line { get; init; }

    /// <summary>Units of this return, above 0.</summary>
    public decimal Quantity { get; init; }

    /// <summary>Units that the line had; null takes the quantity that was recorded with the award.</summary>
    public decimal? Of { get; init; }
}
