using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Loyalty.Earning;

public sealed class PartialPaymentTests
{
    private static readonly Award Hundred = EarningPolicy.Award(new Programme(), Any.Order(100m, 70m, 30m));

    [Fact]
    [Trait("Rule", "L12")]
    public void An_invoice_that_is_paid_in_part_waits_or_earns_its_share_but_never_the_whole()
    {
        Assert.Empty(Due(50m, PartialPayment.Wait).Parts);
        Assert.Equal(50, Due(50m, PartialPayment.ProRata).Points);
        Assert.Equal(33, Due(33.99m, PartialPayment.ProRata).Points);
        Assert.Equal(100, Due(100m, PartialPayment.Wait).Points);
    }

    [Fact]
    [Trait("Rule", "L12")]
    public void The_last_payment_completes_the_award_exactly()
    {
        Prop.ForAll(Gen.Choose(0, 12_000).ListOf().ToArbitrary(), cents =>
        {
            Breakdown given = Breakdown.Empty;
            foreach (int paid in cents.OrderBy(cent => cent).Concat([10_000]))
            {
                Breakdown due = PartialPayments.Due(Hundred, given, paid / 100m, 100m, PartialPayment.ProRata);
                given = Breakdown.Sum([given, due]);
                if (given.Points > Math.Min(100, paid / 100)) return false;
            }

            return given.Points == 100 && given.Amount == 100m;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(BeneficiaryKind.Orderer, 1)]
    [InlineData(BeneficiaryKind.BillTo, 2)]
    [InlineData(BeneficiaryKind.ParentAccount, 3)]
    [InlineData(BeneficiaryKind.HierarchyRoot, 4)]
    [Trait("Rule", "L16")]
    public void The_programme_says_who_earns(BeneficiaryKind kind, int who)
    {
        var all = new BeneficiaryCandidates
        {
            Orderer = Customer(1), BillTo = Customer(2), ParentAccount = Customer(3), HierarchyRoot = Customer(4),
        };

        Assert.Equal(Customer(who), all.Choose(kind));
        Assert.Equal(Customer(1), new BeneficiaryCandidates { Orderer = Customer(1) }.Choose(kind));
    }

    [Fact]
    public void A_breakdown_survives_its_json_and_other_text_is_none()
    {
        Breakdown whole = Hundred.Breakdown;

        Assert.Equal(whole.ToJson(), Breakdown.Parse(whole.ToJson())!.ToJson());
        Assert.Equal(whole.Negative().ToJson(), Breakdown.Parse(whole.Negative().ToJson())!.ToJson());
        Assert.Null(Breakdown.Parse(""));
        Assert.Null(Breakdown.Parse(whole.ToJson() + " "));
        Assert.Null(Breakdown.Parse(whole.ToJson().Replace("\"points\":70", "\"points\":070")));
        var odd = new Breakdown([new BreakdownPart { Rule = "a\"\\ü", Item = "x", Units = 1.5m, Points = -3 }]);
        Assert.Equal(odd.ToJson(), Breakdown.Parse(odd.ToJson())!.ToJson());
    }

    [Fact]
    public void Spoilt_text_is_refused_and_never_throws()
    {
        string[] sound =
        [
            Hundred.Breakdown.ToJson(),
            LotBook.Of(LotKey.Of(new Day(2026, 1, 1), null, new Day(2027, 1, 1)), 5).ToJson(),
            StatusBook.Empty.Plus(new Day(2026, 1, 1), 5, 1).ToJson(),
        ];
        Gen<char> letter = Gen.Elements("0123456789-.\"\\u{}[],: nul".ToCharArray());
        Prop.ForAll(Gen.Choose(0, 200).ToArbitrary(), letter.ToArbitrary(), (place, spoilt) =>
            sound.All(text =>
            {
                int at = place % text.Length;
                string broken = text.Remove(at, 1).Insert(at, spoilt.ToString());
                string shorter = text.Substring(0, at);
                return new[] { broken, shorter }.All(IsOwnTextOrNothing);
            })).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
        Assert.Null(Breakdown.Parse(
            Hundred.Breakdown.ToJson().Replace("\"points\":70", "\"points\":2147483647")));
    }

    private static bool IsOwnTextOrNothing(string text) =>
        (Breakdown.Parse(text)?.ToJson() ?? text) == text
        && (LotBook.Parse(text)?.ToJson() ?? text) == text
        && (StatusBook.Parse(text)?.ToJson() ?? text) == text;

    private static Breakdown Due(decimal paid, PartialPayment policy) =>
        PartialPayments.Due(Hundred, Breakdown.Empty, paid, 100m, policy);

    private static CustomerRef Customer(int number) =>
        new() { Kind = CustomerKind.Account, Id = new Guid(number, 0, 0, new byte[8]) };
}
