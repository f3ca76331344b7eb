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

    /// <summary>The part of <see cref="Discount"/> that points pay already, whoever's they are.</summary>
    public decimal Redeemed { get; init; }

    /// <summary>Above 0; 1 for a document in base currency.</summary>
    public decimal Rate { get; init; } = 1m;

    /// <summary>Above 0; 1 for a programme in base currency.</summary>
    public decimal ProgrammeRate { get; init; } = 1m;

    /// <summary>Decimals of the document's currency, 0 to 4.</summary>
    public int Decimals { get; init; } = 2;

    public decimal PayableInProgrammeCurrency => Payable / Rate * ProgrammeRate;

    public decimal RedeemedInProgrammeCurrency => Redeemed / Rate * ProgrammeRate;

    /// <summary>
    /// The discount for so much money of the programme, never more than the document asks for and never more than the
    /// points are worth: what is below the currency's smallest amount falls away.
    /// </summary>
    public decimal DiscountFor(decimal value) => Math.Min(Payable, Floor(value / ProgrammeRate * Rate));

    /// <summary>The same money in base currency.</summary>
    public decimal BaseValueOf(decimal value) => BaseAmount.Round(value / ProgrammeRate);

    /// <summary>The discount that is left when a redemption is taken off again.</summary>
    public decimal DiscountWithout(decimal redeemed) => Math.Max(0, Discount - redeemed);

    // Thirds of a rate must not cost a cent: 0.9999999999999999999999999999 is 1.
    private decimal Floor(decimal amount)
    {
        decimal scale = 1m;
        for (int digit = 0; digit < Decimals; digit++) scale *= 10m;
        return decimal.Floor(decimal.Round(amount, 10) * scale) / scale;
    }
}
