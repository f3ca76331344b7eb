using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// What a redemption took off the taxes of a document's lines, so that giving it back puts the same amounts on again.
/// </summary>
public sealed class TaxReductions
{
    public static readonly TaxReductions None = new(new Dictionary<Guid, decimal>());

    private readonly IReadOnlyDictionary<Guid, decimal> amounts;

    public TaxReductions(IReadOnlyDictionary<Guid, decimal> amounts) => this.amounts = amounts;

    public decimal Total => amounts.Values.Sum();

    /// <summary>
    /// What goes back to each line of the document itself: a line that was added since gives no tax back, because none
    /// was taken off it.
    /// </summary>
    public IReadOnlyList<decimal> Of(IReadOnlyList<TaxedLine> lines) =>
        lines.Select(line => amounts.TryGetValue(line.Id, out decimal amount) ? amount : 0m).ToArray();

    /// <summary>The same for a document that was made of this one, by its own lines.</summary>
    public TaxReductions CopiedTo(IReadOnlyList<TaxedLine> lines)
    {
        IReadOnlyList<decimal> shares = For(lines);
        return new TaxReductions(Enumerable.Range(0, lines.Count)
            .Where(at => shares[at] != 0m)
            .ToDictionary(at => lines[at].Id, at => shares[at]));
    }

    /// <summary>
    /// What goes back to each line. Lines of a document that was made of the one the redemption was reserved for have
    /// other ids: what their lines cannot be told apart by is shared out by their taxes, without any by their price.
    /// </summary>
    /// <param name="lines">As they stand now; fixed levies take nothing.</param>
    /// <returns>One amount for each line, in their order.</returns>
    public IReadOnlyList<decimal> For(IReadOnlyList<TaxedLine> lines)
    {
        if (lines.Count == 0 || Total <= 0) return new decimal[lines.Count];
        if (lines.Any(line => amounts.ContainsKey(line.Id))) return Of(lines);
        decimal[] taxes = lines.Select(line => line.IsFixedLevy ? 0m : line.Tax).ToArray();
        decimal[] prices = lines.Select(line => line.IsFixedLevy ? 0m : line.Net).ToArray();
        decimal[] weights = taxes.Any(tax => tax > 0) ? taxes : prices;
        return weights.Any(weight => weight > 0) ? Apportion.Money(Total, weights) : new decimal[lines.Count];
    }

    /// <summary>Canonical JSON in order of the ids; empty text where no tax was lowered.</summary>
    public string ToJson() => amounts.Count == 0 ? "" : "[" + string.Join(",", amounts
        .OrderBy(pair => pair.Key.ToString("N"), StringComparer.Ordinal)
        .Select(pair => "[\"" + pair.Key.ToString("N") + "\"," + BaseAmount.Text(pair.Value) + "]")) + "]";

    /// <summary>Null for everything that <see cref="ToJson"/> would not write.</summary>
    public static TaxReductions? Parse(string text)
    {
        if (text.Length == 0) return None;
        var cursor = new JsonCursor(text);
        var amounts = new Dictionary<Guid, decimal>();
        cursor.Expect("[");
        while (!cursor.IsBroken && !cursor.Skip("]"))
        {
            cursor.Separate(amounts.Count == 0, ",");
            cursor.Expect("[");
            Guid line = cursor.Id();
            cursor.Expect(",");
            amounts[line] = cursor.Decimal();
            cursor.Expect("]");
        }

        var parsed = new TaxReductions(amounts);
        return cursor.IsAtEnd && parsed.ToJson() == text ? parsed : null;
    }
}
