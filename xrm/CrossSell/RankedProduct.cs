using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>A product whose partners are written.</summary>
internal sealed class RankedProduct
{
    public string Product { get; init; } = "";

    public int Baskets { get; init; }

    public int AllBaskets { get; init; }

    public AffinityKind Kind { get; init; }
}
