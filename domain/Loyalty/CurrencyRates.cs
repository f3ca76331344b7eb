using System.Globalization;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// The two exchange rates of a booking, as the platform states them: units of the currency for one unit of base
/// currency. Both are stored, so that an auditor can recompute the points years later.
/// </summary>
public sealed record CurrencyRates
{
    public const int Decimals = 10;

    /// <summary>The rate stored on the document; its amounts divided by it are in base currency.</summary>
    public decimal Document { get; init; } = 1m;

    /// <summary>The programme's currency at booking; an amount in base currency times it earns.</summary>
    public decimal Programme { get; init; } = 1m;

    /// <summary>Rates of zero or less say nothing: such a document earns nothing.</summary>
    public bool AreUsable => Document > 0 && Programme > 0;

    public decimal ToBase(decimal documentAmount) => BaseAmount.Round(documentAmount / Document);

    public decimal ToProgramme(decimal baseAmount) => BaseAmount.Round(baseAmount * Programme);

    /// <summary>Ten decimals each, whatever the culture: the text goes into hashes.</summary>
    public override string ToString() => Text(Document) + "/" + Text(Programme);

    private static string Text(decimal rate) =>
        decimal.Round(rate, Decimals).ToString("0.0000000000", CultureInfo.InvariantCulture);
}
