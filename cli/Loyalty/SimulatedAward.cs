using System;
using System.Collections.Generic;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Cli.Loyalty;

/// <summary>An entry of kind Earn with what came back of it, and the lines by product.</summary>
internal sealed class SimulatedAward(EntryDraft entry, IReadOnlyList<PurchaseLine> lines)
{
    private readonly Dictionary<Guid, decimal> returned = [];

    public EntryDraft Entry { get; } = entry;
    public List<EntryDraft> Later { get; } = [];

    /// <summary>The line of a product of which at least so many units are still with the customer.</summary>
    public PurchaseLine? LineOf(Guid productId, decimal units)
    {
        foreach (PurchaseLine line in lines)
        {
            decimal? left = line.Quantity - returned.GetValueOrDefault(line.Id);
            if (line.ProductId == productId && left >= units) return line;
        }

        return null;
    }

    public void Return(PurchaseLine line, decimal units) =>
        returned[line.Id] = returned.GetValueOrDefault(line.Id) + units;
}
