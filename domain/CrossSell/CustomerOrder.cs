using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>Everything of one order, returns included; no lines where it does not count (any more).</summary>
public sealed record CustomerOrder(string Id, Day On, IReadOnlyList<BasketLine> Lines);
