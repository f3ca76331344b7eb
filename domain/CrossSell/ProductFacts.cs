using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>What the catalogue says of a product today.</summary>
public sealed record ProductFacts(string Product, string Name)
{
    /// <summary>Neither retired nor a draft nor a family.</summary>
    public bool IsSellable { get; init; }

    public Day? ValidFrom { get; init; }

    public Day? ValidTo { get; init; }

    /// <summary>True where no price list is asked for.</summary>
    public bool IsOnPriceList { get; init; }

    public decimal? Price { get; init; }

    public decimal? Cost { get; init; }

    /// <summary>Null where stock is not kept.</summary>
    public decimal? Stock { get; init; }

    /// <summary>0 to 100.</summary>
    public int? Priority { get; init; }

    /// <summary>Names and numbers of the families above it.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public bool MayBeSoldOn(Day day) =>
        IsSellable && IsOnPriceList && (ValidFrom is not { } from || from <= day)
        && (ValidTo is not { } to || day <= to);
}
