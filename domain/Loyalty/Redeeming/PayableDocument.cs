using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// A document that points may pay for. Rates are units of a currency for one unit of the base currency, as the platform
/// stores them; points are worth an amount in the programme's currency.
/// </summary>
public sealed record PayableDocument
{
    /// <summary>What the document asks for after its discounts, taxes and rounding, in its own currency.</summary>
    public decimal Payable { get; init; }

    /// <summary>The discount that it carries already; it stays.</summary>
    public decimal Discount { get; init; }

    /// <summary>Above 0; 1 for a document in base currency.</summary>
    public decimal Rate { get; init; } = 1m;

    /// <summary>Above 0; 1 for a programme in base currency.</summary>
    public decimal ProgrammeRate { get; init; } = 1m;

    /// <summary>Decimals of the document's currency, 0 to 4.</summary>
    public int Decimals { get; init; } = 2;

    public decimal PayableInProgrammeCurrency => Payable / Rate * ProgrammeRate;

    /// <summary>The discount for so much money of the programme, never more than the document asks for.</summary>
    public decimal DiscountFor(decimal value) => Math.Min(
        Payable, Math.Round(value / ProgrammeRate * Rate, Decimals, MidpointRounding.AwayFromZero));

    /// <summary>The same money in base currency.</summary>
    public decimal BaseValueOf(decimal value) => BaseAmount.Round(value / ProgrammeRate);

    /// <summary>The discount that is left when a redemption is taken off again.</summary>
    public decimal DiscountWithout(decimal redeemed) => Math.Max(0, Discount - redeemed);
}
