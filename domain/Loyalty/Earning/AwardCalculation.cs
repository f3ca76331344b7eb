using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>One award in the making: amount, exclusions, base rate, tier, rules, budgets - in this order.</summary>
internal sealed class AwardCalculation
{
    private readonly Programme programme;
    private readonly Purchase purchase;
    private readonly Earner earner;
    private readonly IReadOnlyList<EarningRule> rules;
    private readonly decimal amount;
    private readonly List<BudgetShortfall> shortfalls = new();

    public AwardCalculation(
        Programme programme, Purchase purchase, Earner earner, IReadOnlyList<EarningRule> rules)
    {
        this.programme = programme;
        this.purchase = purchase;
        this.earner = earner;
        decimal redeemed = programme.Earning.RedeemedShareEarns ? purchase.RedeemedAmount : 0m;
        amount = BaseAmount.Round(purchase.AmountFor(programme.Basis) + redeemed);
        this.rules = rules.Where(rule => rule.Matches(purchase, amount, earner)).ToArray();
    }

    public Award Run()
    {
        if (Refusal() is { } refusal) return Without(refusal);
        IReadOnlyList<AwardPlace> places = AwardPlaces.Of(purchase, programme.Basis, amount);
        Exclude(places);
        AwardPlace[] earning = places.Where(place => place.ExcludedBy is null).ToArray();
        decimal basePoints = Steps(earning.Sum(place => place.Amount)) * programme.PointsPerStep;
        if (basePoints > int.MaxValue) return Without(AwardResult.TooManyPoints);
        GiveBase(earning, (long)basePoints);

        var parts = new List<BreakdownPart>();
        parts.AddRange(places.Select(place =>
            place.Part(place.ExcludedBy ?? BreakdownPart.BaseRate, place.BasePoints)));
        if (earning.Length > 0)
        {
            parts.AddRange(TierBonus(earning, (long)basePoints));
            foreach (EarningRule rule in rules.OrderBy(rule => rule.Name, StringComparer.Ordinal))
                parts.AddRange(Bonus(rule, Won(rule, earning)));
        }

        return Finish(parts);
    }

    private AwardResult? Refusal()
    {
        if (purchase.OrderedOn < earner.JoinedOn && !programme.Earning.IsRetroactive) return AwardResult.BeforeJoining;
        if (purchase.Rates is { AreUsable: false }) return AwardResult.RatesAreUnusable;
        if (amount < 0) return AwardResult.IsReturn;
        return amount > BaseAmount.Highest ? AwardResult.AmountTooLarge : null;
    }

    private void Exclude(IReadOnlyList<AwardPlace> places)
    {
        EarningRule[] exclusions = rules.Where(rule => rule.Kind == RuleKind.NoPoints).ToArray();
        foreach (AwardPlace place in places)
        {
            EarningRule? by = Array.Find(exclusions, rule => rule.MatchesLine(place.Line));
            if (place.Line is { EarnsNothing: true }) place.ExcludedBy = BreakdownPart.Excluded;
            else if (by is not null) place.ExcludedBy = by.Name;
        }
    }

    private void GiveBase(AwardPlace[] earning, long points)
    {
        if (earning.Length == 0) return;
        IReadOnlyList<long> shares = Apportion.Whole(points, Amounts(earning));
        for (int at = 0; at < earning.Length; at++) earning[at].BasePoints = shares[at];
    }

    private IEnumerable<BreakdownPart> TierBonus(AwardPlace[] earning, long basePoints)
    {
        decimal factor = (earner.Tier?.Multiplier ?? 1m) - 1m;
        long bonus = Bounded(decimal.Floor(basePoints * Math.Max(0m, factor)));
        return bonus == 0
            ? Array.Empty<BreakdownPart>()
            : AwardPlace.Spread(BreakdownPart.TierBonus, bonus, earning, BasePoints(earning));
    }

    /// <summary>The places on which a rule pays: all it matches if stackable, otherwise those it wins.</summary>
    private AwardPlace[] Won(EarningRule rule, AwardPlace[] earning) => earning
        .Where(place => rule.MatchesLine(place.Line) && (rule.IsStackable || ReferenceEquals(WinnerAt(place), rule)))
        .ToArray();

    private EarningRule? WinnerAt(AwardPlace place) => rules
        .Where(rule => !rule.IsStackable && rule.Kind != RuleKind.NoPoints && rule.MatchesLine(place.Line))
        .OrderByDescending(rule => rule.Priority)
        .ThenBy(rule => rule.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    private IEnumerable<BreakdownPart> Bonus(EarningRule rule, AwardPlace[] won)
    {
        if (won.Length == 0) return Array.Empty<BreakdownPart>();
        IReadOnlyList<decimal> weights = rule.Kind switch
        {
            RuleKind.Multiplier => BasePoints(won),
            RuleKind.PointsPerUnit => AwardPlace.NetUnits(won),
            _ => Amounts(won),
        };
        decimal wanted = rule.Kind switch
        {
            RuleKind.Multiplier => decimal.Truncate(weights.Sum() * (rule.Multiplier - 1m)),
            RuleKind.PointsPerOrder => rule.Points,
            RuleKind.PointsPerUnit => weights.Sum() * rule.Points,
            RuleKind.PointsPerStep => Steps(weights.Sum()) * rule.Points,
            _ => 0m,
        };
        return AwardPlace.Spread(rule.Name, Granted(rule, Bounded(wanted)), won, weights);
    }

    private long Granted(EarningRule rule, long wanted)
    {
        if (rule.BudgetLeft is not { } left || wanted <= left) return wanted;
        long granted = rule.BudgetPolicy == BudgetPolicy.Clamp ? Math.Max(0, left) : 0;
        shortfalls.Add(new BudgetShortfall { RuleId = rule.Id, Wanted = wanted, Granted = granted });
        return granted;
    }

    private Award Finish(List<BreakdownPart> parts)
    {
        long points = parts.Sum(part => (long)part.Points);
        if (points > int.MaxValue) return Without(AwardResult.TooManyPoints);
        if (points <= 0) return Without(AwardResult.LessThanOneStep);
        return new Award
        {
            Result = AwardResult.Earned,
            Basis = programme.Basis,
            BasisAmount = amount,
            Points = (int)points,
            Breakdown = new Breakdown(parts),
            Shortfalls = shortfalls,
        };
    }

    private Award Without(AwardResult result) => new()
    {
        Result = result,
        Basis = programme.Basis,
        BasisAmount = amount,
        Shortfalls = shortfalls,
    };

    private decimal Steps(decimal baseAmount)
    {
        decimal own = purchase.Rates?.ToProgramme(baseAmount) ?? baseAmount;
        return own <= 0 ? 0 : (own - decimal.Remainder(own, programme.StepAmount)) / programme.StepAmount;
    }

    private static decimal[] Amounts(AwardPlace[] places) => places.Select(place => place.Amount).ToArray();

    private static decimal[] BasePoints(AwardPlace[] places) =>
        places.Select(place => (decimal)place.BasePoints).ToArray();

    // Beyond an integer the award is refused as a whole; the bound only keeps the sums in range.
    private static long Bounded(decimal points) => (long)Math.Max(-int.MaxValue, Math.Min(int.MaxValue, points));
}
