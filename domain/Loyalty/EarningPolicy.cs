using System;
using System.Collections.Generic;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Turns a purchase into points: only whole steps count (5 points per 2.50: a total of 3.00 gives 5), and points have
/// no
/// unit, so no currency's rounding ever touches them.
/// </summary>
public static class EarningPolicy
{
    public static Award Award(Programme programme, Purchase purchase) =>
        Award(programme, purchase, Earner.Anybody, Array.Empty<EarningRule>());

    /// <param name="programme">With valid settings.</param>
    /// <param name="purchase">Amounts after all discounts: whoever computes points waits for the header
    /// discount.</param>
    /// <param name="earner">The member who gets the points.</param>
    /// <param name="rules">All active rules of the programme, with what their budgets still hold.</param>
    public static Award Award(
        Programme programme, Purchase purchase, Earner earner, IReadOnlyList<EarningRule> rules)
    {
        Require.That(programme.Check() == ProgrammeFault.None, "a programme whose settings were checked");
        return new AwardCalculation(programme, purchase, earner, rules).Run();
    }
}
