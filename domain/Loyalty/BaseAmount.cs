using System;
using System.Globalization;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Amounts in base currency as the ledger stores them: four decimals, halves away from zero. Points are always computed
/// from the rounded amount, so that an auditor can recompute them from the stored row.
/// </summary>
public static class BaseAmount
{
    public const int Decimals = 4;

    /// <summary>What a decimal column of the platform holds; money columns hold more.</summary>
    public const decimal Highest = 100_000_000_000m;

    public static decimal Round(decimal amount) => decimal.Round(amount, Decimals, MidpointRounding.AwayFromZero);

    /// <summary>Always four decimals, a dot and no grouping, whatever the culture: the text goes into hashes.</summary>
    public static string Text(decimal amount) => Round(amount).ToString("0.0000", CultureInfo.InvariantCulture);
}
