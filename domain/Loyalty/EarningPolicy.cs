using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Turns a purchase into points: only whole steps count (5 points per 2.50: a total of 3.00 gives 5), and points
/// have no
/// unit, so no currency's rounding ever touches them.
/// </summary>
public static class EarningPolicy
{
    public static Award Award(Programme programme, Purchase purchase)
    {
        Require.That(programme.Check() == ProgrammeFault.None, "a programme whose settings were checked");

        decimal amount = purchase.AmountFor(programme.Basis);
        decimal points = WholeSteps(amount, programme.StepAmount) * programme.PointsPerStep;
        AwardResult result = points switch
        {
            <= 0 => AwardResult.LessThanOneStep,
            > int.MaxValue => AwardResult.TooManyPoints,
            _ when amount > BaseAmount.Highest => AwardResult.AmountTooLarge,
            _ => AwardResult.Earned,
        };
        int earned = result == AwardResult.Earned ? (int)points : 0;
        return new Award
        {
            Result = result,
            Basis = programme.Basis,
            BasisAmount = amount,
            Points = earned,
            Breakdown = earned > 0 ? Spread(purchase, programme.Basis, amount, earned) : Breakdown.Empty,
        };
    }

    private static decimal WholeSteps(decimal amount, decimal step) =>
        amount <= 0 ? 0 : (amount - decimal.Remainder(amount, step)) / step;

    private static Breakdown Spread(Purchase purchase, EarningBasis basis, decimal amount, int points)
    {
        IReadOnlyList<PurchaseLine> lines = purchase.LinesById();
        decimal freight = basis == EarningBasis.NetLines ? 0 : Math.Max(0, Math.Min(purchase.FreightAmount, amount));
        var parts = new List<BreakdownPart>();
        if (lines.Count > 0)
        {
            decimal[] weights = lines.Select(line => WeightOf(line, basis)).ToArray();
            IReadOnlyList<decimal> amounts = Apportion.Money(amount - freight, weights);
            parts.AddRange(lines.Select((line, at) => new BreakdownPart { Line = line.Id, Amount = amounts[at] }));
        }
        else if (amount > freight)
        {
            parts.Add(new BreakdownPart { Item = BreakdownPart.Header, Amount = amount - freight });
        }

        if (freight > 0) parts.Add(new BreakdownPart { Item = BreakdownPart.Freight, Amount = freight });
        return WithPoints(parts, points);
    }

    private static decimal WeightOf(PurchaseLine line, EarningBasis basis) =>
        basis == EarningBasis.Gross ? line.NetAmount + line.TaxAmount : line.NetAmount;

    private static Breakdown WithPoints(IReadOnlyList<BreakdownPart> parts, int points)
    {
        IReadOnlyList<long> shares = Apportion.Whole(points, parts.Select(part => part.Amount).ToArray());
        return new Breakdown(parts.Select((part, at) => new BreakdownPart
        {
            Rule = part.Rule,
            Line = part.Line,
            Item = part.Item,
            Amount = part.Amount,
            Points = (int)shares[at],
        }).ToArray());
    }
}
