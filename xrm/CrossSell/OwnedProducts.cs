using System.Collections.Generic;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>What may be known of a customer's purchases.</summary>
internal sealed class OwnedProducts
{
    public static OwnedProducts Unknown { get; } = new OwnedProducts();

    /// <summary>The customer objects to profiling: nothing is known.</summary>
    public bool IsObjected { get; init; }

    public IReadOnlyList<OwnedProduct> All { get; init; } = new OwnedProduct[0];
}
