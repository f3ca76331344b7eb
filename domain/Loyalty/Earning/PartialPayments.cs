using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// What an invoice that is paid in parts earns. Cumulative: the whole points of the share that is paid by now, less
/// what
/// was given before; so rounding never adds up, and the last payment completes the award exactly.
/// </summary>
public static class PartialPayments
{
    /// <param name="award">What the whole document earns.</param>
    /// <param name="given">What earlier payments of the document gave, as recorded.</param>
    /// <param name="paid">Sum of all payments by now; above the total counts as the total.</param>
    /// <param name="total">What the document asks for.</param>
    /// <param name="policy">Whether parts earn at all.</param>
    /// <returns>The points to give now by rule and line; empty where nothing is due.</returns>
    public static Breakdown Due(Award award, Breakdown given, decimal paid, decimal total, PartialPayment policy)
    {
        if (award.Result != AwardResult.Earned) return Breakdown.Empty;
        bool isPaid = paid >= total;
        if (!isPaid && policy == PartialPayment.Wait) return Breakdown.Empty;
        Breakdown due = isPaid ? award.Breakdown : Share(award, Math.Max(0m, paid), total);
        return due.Minus(given);
    }

    // Multiplied first: a third of six is two, but 0.333... times six is less.
    private static Breakdown Share(Award award, decimal paid, decimal total) =>
        award.Breakdown.Scaled((int)decimal.Floor(award.Points * paid / total));
}
