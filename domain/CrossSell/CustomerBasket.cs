using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>What a customer bought in one order and kept: what came back, in it or later, is not in it.</summary>
public sealed record CustomerBasket(string Order, Day On, IReadOnlyList<string> Products)
{
    public IReadOnlyList<string> Families { get; init; } = [];
}
