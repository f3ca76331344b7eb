using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// How many points may pay: the least of what was asked for, what is available and what the cap allows, cut to whole
/// conversion steps; nothing below the minimum.
/// </summary>
public static class RedemptionPolicy
{
    /// <param name="settings">Of the programme.</param>
    /// <param name="requested">Points that the customer wants to spend.</param>
    /// <param name="available">Points that can be spent today.</param>
    /// <param name="payable">What the document asks for after its rounding, in the programme's currency.</param>
    /// <param name="redeemed">
    /// What points pay already on this document: the cap is the document's, however many calls it takes.
    /// </param>
    public static RedemptionQuote Quote(
        RedemptionSettings settings, int requested, int available, decimal payable, decimal redeemed = 0m)
    {
        decimal ofDocument = decimal.Floor((payable + redeemed) * settings.CapPercent) / 100m;
        decimal cap = Math.Max(0, Math.Min(payable, ofDocument - redeemed));
        decimal capSteps = decimal.Floor(cap / settings.StepValue);
        decimal steps = Math.Min(capSteps, Math.Min(requested, available) / (decimal)settings.StepPoints);
        int points = (int)(Math.Max(0, decimal.Floor(steps)) * settings.StepPoints);
        RedemptionResult result = ResultOf(settings, requested, available, capSteps);
        if (result == RedemptionResult.Possible && points < settings.MinimumPoints)
            result = RedemptionResult.BelowMinimum;
        bool isPossible = result == RedemptionResult.Possible;
        return new RedemptionQuote
        {
            Result = result,
            Points = isPossible ? points : 0,
            Value = isPossible ? points / settings.StepPoints * settings.StepValue : 0m,
            Cap = cap,
        };
    }

    /// <summary>
    /// Points of a redemption that come back because part of the document did. Cumulative like the earned share, and
    /// independent of it: both are reduced once.
    /// </summary>
    /// <param name="redeemed">Points that paid for the document.</param>
    /// <param name="back">The document's amount that is back by now, this return included.</param>
    /// <param name="total">The document's amount.</param>
    /// <param name="restored">Points that came back before.</param>
    public static int PointsToRestore(int redeemed, decimal back, decimal total, int restored)
    {
        decimal target = back >= total ? redeemed : decimal.Floor(redeemed * Math.Max(0, back) / total);
        return (int)Math.Max(0, target - restored);
    }

    /// <summary>
    /// The lots that such points return to: what was consumed last comes back first, with its own last day, or with
    /// <see cref="ExpirySettings.GraceDays"/> from today where that day has passed.
    /// </summary>
    /// <param name="spent">The entry that spent the points.</param>
    /// <param name="restored">Points of it that came back before.</param>
    /// <param name="points">Points that come back now.</param>
    /// <param name="today">In the programme's zone.</param>
    /// <param name="expiry">For the grace.</param>
    public static LotBook LotsToRestore(
        EntryDraft spent, int restored, int points, Day today, ExpirySettings expiry)
    {
        LotBook all = spent.Allocation.IsEmpty ? LotBook.Of(LotKey.Endless, -spent.Points) : spent.Allocation;
        Require.That(restored >= 0 && points >= 0 && restored + (long)points <= all.Total, "points that were spent");
        LotBook kept = all.First(all.Total - restored - points, _ => true);
        LotBook stillOut = all.First(all.Total - restored, _ => true);
        LotBook back = stillOut.Minus(kept) ?? LotBook.Empty;
        return back.With(key => key.IsOverOn(today)
            ? LotKey.Of(key.EarnedOn, null, today.AddDays(expiry.GraceDays))
            : key.MaturedBy(today));
    }

    private static RedemptionResult ResultOf(
        RedemptionSettings settings, int requested, int available, decimal capSteps)
    {
        if (requested <= 0) return RedemptionResult.NothingRequested;
        if (available < settings.StepPoints) return RedemptionResult.NothingAvailable;
        if (capSteps < 1) return RedemptionResult.NothingPayable;
        return requested < settings.StepPoints ? RedemptionResult.BelowMinimum : RedemptionResult.Possible;
    }
}
