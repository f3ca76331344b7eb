using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty.Earning;

public sealed class EarningRuleTests
{
    private static readonly Guid Coffee = new("aaaaaaaa-0000-0000-0000-000000000000");
    private static readonly Guid Drinks = new("bbbbbbbb-0000-0000-0000-000000000000");
    private static readonly Day Monday = new(2026, 11, 23);
    private static readonly Programme OnePerUnit = new();

    [Fact]
    [Trait("Rule", "L09")]
    public void The_higher_priority_wins_a_line_and_ties_go_to_the_smaller_id()
    {
        EarningRule low = Times(3m, "1", 1);
        EarningRule high = Times(2m, "2", 5);
        EarningRule tied = Times(4m, "3", 5);

        Assert.Equal(200, Award(Order(100m), low, tied, high).Points);
        Assert.Equal(200, Award(Order(100m), high, tied, low).Points);
    }

    [Fact]
    [Trait("Rule", "L09")]
    public void Stackable_rules_come_on_top_of_the_winner()
    {
        EarningRule extra = Rule(RuleKind.PointsPerOrder, "2", points: 50, stackable: true);

        Award award = Award(Order(100m), Times(2m, "1"), extra);

        Assert.Equal(250, award.Points);
        Assert.Equal(100, award.StatusPoints);
    }

    [Fact]
    [Trait("Rule", "L10")]
    public void Excluded_products_gift_cards_and_redemptions_earn_nothing_whatever_else_matches()
    {
        EarningRule exclusion = Rule(RuleKind.NoPoints, "9", product: Coffee);
        Purchase order = Order(100m, Line(0, 40m, Coffee), Line(1, 35m, null), Gift(2, 25m));

        Award award = Award(order, exclusion, Times(3m, "1"));

        Assert.Equal(105, award.Points);
        Assert.Equal(
            [exclusion.Id.ToString("N"), BreakdownPart.BaseRate, BreakdownPart.Excluded],
            award.Breakdown.Parts.Take(3).Select(part => part.Rule));
        Assert.Equal(100m, award.Breakdown.Amount);
    }

    [Fact]
    [Trait("Rule", "L10")]
    public void An_order_of_gift_cards_only_earns_nothing() =>
        Assert.Equal(AwardResult.LessThanOneStep, Award(Order(50m, Gift(0, 50m)), Times(3m, "1")).Result);

    [Fact]
    [Trait("Rule", "L04")]
    public void A_redemption_written_as_a_line_is_no_bought_unit()
    {
        EarningRule perUnit = Rule(RuleKind.PointsPerUnit, "1", points: 10);
        PurchaseLine redemption = new() { Id = Guid.NewGuid(), NetAmount = -20m, Quantity = 1m, IsRedemption = true };
        Purchase order = Order(80m, Line(0, 100m, Coffee, 2m), redemption);

        Award award = Award(order, perUnit);

        Assert.Equal(100, award.Points);
        Assert.DoesNotContain(award.Breakdown.Parts, part => part.Line == redemption.Id);
    }

    [Theory]
    [InlineData(false, 80)]
    [InlineData(true, 100)]
    [Trait("Rule", "L03")]
    public void What_was_paid_with_points_earns_only_if_the_programme_says_so(bool earns, int points)
    {
        var programme = new Programme { Earning = new EarningSettings { RedeemedShareEarns = earns } };
        var order = new Purchase { NetAmount = 80m, RedeemedAmount = 20m, Lines = [Line(0, 100m, null)] };

        Assert.Equal(points, EarningPolicy.Award(programme, order).Points);
    }

    [Theory]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-30", true)]
    [InlineData("2026-12-07", false)]
    public void Both_days_of_a_promotion_belong_to_it_and_weekdays_are_iso(string on, bool matches)
    {
        Assert.True(Day.TryParse(on, out Day day));
        var rule = new EarningRule
        {
            Kind = RuleKind.PointsPerOrder,
            Points = 5,
            Weekdays = [1],
            ValidFrom = Monday,
            ValidTo = new Day(2026, 12, 6),
        };

        Assert.Equal(matches ? 15 : 10, Award(On(Order(10m), day), rule).Points);
    }

    [Fact]
    public void Conditions_on_family_amount_tier_and_customer_must_all_hold()
    {
        var rule = new EarningRule
        {
            Kind = RuleKind.PointsPerStep,
            Points = 2,
            FamilyId = Drinks,
            MinimumAmount = 100m,
            MinimumTierRank = 1,
            Buyer = CustomerKind.Contact,
        };
        var line = new PurchaseLine { Id = Guid.NewGuid(), NetAmount = 60m, Families = [Guid.NewGuid(), Drinks] };
        Purchase order = new()
        {
            NetAmount = 100m, Buyer = CustomerKind.Contact, Lines = [line, Line(7, 40m, null)],
        };
        var gold = new Earner { Tier = new Tier { Rank = 1 } };

        Assert.Equal(220, EarningPolicy.Award(OnePerUnit, order, gold, [rule]).Points);
        Assert.Equal(100, EarningPolicy.Award(OnePerUnit, order, Earner.Anybody, [rule]).Points);
        Purchase small = new() { NetAmount = 99.99m, Buyer = CustomerKind.Contact, Lines = [line] };
        Assert.Equal(99, EarningPolicy.Award(OnePerUnit, small, gold, [rule]).Points);
    }

    [Theory]
    [InlineData(BudgetPolicy.Clamp, 30)]
    [InlineData(BudgetPolicy.Refuse, 0)]
    [Trait("Rule", "L18")]
    public void A_budget_clamps_or_refuses_and_the_shortfall_is_named(BudgetPolicy policy, int bonus)
    {
        var rule = new EarningRule
        {
            Id = Coffee, Kind = RuleKind.PointsPerOrder, Points = 50, BudgetLeft = 30, BudgetPolicy = policy,
        };

        Award award = Award(Order(100m), rule);

        Assert.Equal(100 + bonus, award.Points);
        BudgetShortfall shortfall = Assert.Single(award.Shortfalls);
        Assert.Equal(new BudgetShortfall { RuleId = Coffee, Wanted = 50, Granted = bonus }, shortfall);
    }

    [Fact]
    [Trait("Rule", "L18")]
    public void A_bonus_that_uses_the_budget_up_exactly_is_no_shortfall() =>
        Assert.Empty(Award(Order(100m), new EarningRule
        {
            Kind = RuleKind.PointsPerOrder, Points = 50, BudgetLeft = 50,
        }).Shortfalls);

    [Fact]
    public void A_tier_multiplies_the_base_rate_only_and_status_does_not_grow_by_it()
    {
        var silver = new Earner { Tier = new Tier { Multiplier = 1.5m } };

        Award award = EarningPolicy.Award(OnePerUnit, Order(101m), silver, [Times(2m, "1")]);

        Assert.Equal(101 + 50 + 101, award.Points);
        Assert.Equal(101, award.StatusPoints);
    }

    [Theory]
    [InlineData(false, AwardResult.BeforeJoining)]
    [InlineData(true, AwardResult.Earned)]
    [Trait("Rule", "L15")]
    public void A_purchase_from_before_joining_earns_only_retroactively(bool retroactive, AwardResult result)
    {
        var programme = new Programme { Earning = new EarningSettings { IsRetroactive = retroactive } };
        var joined = new Earner { JoinedOn = Monday };

        Assert.Equal(result, EarningPolicy.Award(programme, On(Order(10m), Monday.AddDays(-1)), joined, []).Result);
        Assert.Equal(
            AwardResult.Earned, EarningPolicy.Award(programme, On(Order(10m), Monday), joined, []).Result);
    }

    [Fact]
    [Trait("Rule", "L07")]
    public void The_same_value_earns_the_same_in_every_currency()
    {
        var rand = new CurrencyRates { Document = 20m, Programme = 1.1m };
        var euro = new CurrencyRates { Document = 1m, Programme = 1.1m };
        Purchase fromRand = new() { NetAmount = rand.ToBase(2000m), Rates = rand };
        Purchase fromEuro = new() { NetAmount = euro.ToBase(100m), Rates = euro };

        Assert.Equal(110, EarningPolicy.Award(OnePerUnit, fromEuro).Points);
        Assert.Equal(110, EarningPolicy.Award(OnePerUnit, fromRand).Points);
        Purchase unusable = new() { NetAmount = 1m, Rates = euro with { Document = 0m } };
        Assert.Equal(AwardResult.RatesAreUnusable, EarningPolicy.Award(OnePerUnit, unusable).Result);
    }

    [Fact]
    [Trait("Rule", "L30")]
    public void A_total_below_zero_is_a_return_and_not_a_purchase_that_was_too_small() =>
        Assert.Equal(AwardResult.IsReturn, EarningPolicy.Award(OnePerUnit, Any.Order(-100m, -100m)).Result);

    [Theory]
    [InlineData("1,2,7", 3)]
    [InlineData("", 0)]
    [InlineData(null, 0)]
    [InlineData("0", -1)]
    [InlineData("8", -1)]
    [InlineData("mon", -1)]
    public void Weekdays_are_numbers_from_one_to_seven(string? text, int count) =>
        Assert.Equal(count, EarningRule.ParseWeekdays(text)?.Count ?? -1);

    private static Award Award(Purchase order, params EarningRule[] rules) =>
        EarningPolicy.Award(OnePerUnit, order, Earner.Anybody, rules);

    private static Purchase Order(decimal net, params PurchaseLine[] lines) => new()
    {
        NetAmount = net, OrderedOn = Monday, Lines = lines.Length == 0 ? [Line(0, net, null)] : lines,
    };

    private static Purchase On(Purchase order, Day day) =>
        new() { NetAmount = order.NetAmount, OrderedOn = day, Lines = order.Lines };

    private static PurchaseLine Line(int number, decimal net, Guid? product, decimal quantity = 1m) =>
        new() { Id = Any.Line(net, number).Id, NetAmount = net, ProductId = product, Quantity = quantity };

    private static PurchaseLine Gift(int number, decimal net) =>
        new() { Id = Any.Line(net, number).Id, NetAmount = net, EarnsNothing = true };

    private static EarningRule Times(decimal multiplier, string id, int priority = 0) => new()
    {
        Id = new Guid(int.Parse(id, Culture.Invariant), 0, 0, new byte[8]),
        Multiplier = multiplier,
        Priority = priority,
    };

    private static EarningRule Rule(
        RuleKind kind, string id, int points = 0, bool stackable = false, Guid? product = null) => new()
    {
        Id = new Guid(int.Parse(id, Culture.Invariant), 0, 0, new byte[8]),
        Kind = kind,
        Points = points,
        IsStackable = stackable,
        ProductId = product,
    };
}
