using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Loyalty.Redeeming;

[Trait("Rule", "L35")]
public sealed class TaxedDiscountTests
{
    [Fact]
    public void A_redemption_of_11_90_on_a_line_with_19_per_cent_is_10_off_the_price_and_1_90_off_the_tax()
    {
        TaxedDiscount off = TaxedDiscount.Of(11.90m, Lines(Line(100m, 19m)), 0m, 2);

        Assert.Equal(10m, off.Discount);
        Assert.Equal([1.90m], off.TaxReductions);
    }

    [Fact]
    public void Each_rate_falls_by_the_same_share_of_its_tax()
    {
        TaxedDiscount off = TaxedDiscount.Of(22.60m, Lines(Line(100m, 19m), Line(100m, 7m)), 0m, 2);

        Assert.Equal(20m, off.Discount);
        Assert.Equal([1.90m, 0.70m], off.TaxReductions);
    }

    [Fact]
    public void A_fixed_levy_stays_as_it_is()
    {
        TaxedLine levied = new(Guid.NewGuid(), 100m, 8m, isFixedLevy: true);

        TaxedDiscount off = TaxedDiscount.Of(10.95m, Lines(Line(100m, 19m), levied), 0m, 2);

        Assert.Equal(10m, off.Discount);
        Assert.Equal([0.95m, 0m], off.TaxReductions);
    }

    [Fact]
    public void Taxes_of_a_document_that_has_a_discount_belong_to_the_reduced_price()
    {
        TaxedDiscount off = TaxedDiscount.Of(11.90m, Lines(Line(120m, 19m)), 20m, 2);

        Assert.Equal(10m, off.Discount);
        Assert.Equal([1.90m], off.TaxReductions);
    }

    [Fact]
    public void Without_tax_the_whole_value_is_a_discount()
    {
        TaxedDiscount off = TaxedDiscount.Of(5m, Lines(Line(100m, 0m)), 0m, 2);

        Assert.Equal(5m, off.Discount);
        Assert.Equal([0m], off.TaxReductions);
    }

    [Fact]
    public void Points_that_pay_everything_leave_no_tax()
    {
        TaxedDiscount off = TaxedDiscount.Of(119m, Lines(Line(100m, 19m)), 0m, 2);

        Assert.Equal(100m, off.Discount);
        Assert.Equal([19m], off.TaxReductions);
    }

    [Fact]
    public void What_pays_for_freight_lowers_no_tax()
    {
        TaxedDiscount off = TaxedDiscount.Of(125m, Lines(Line(100m, 19m)), 0m, 2);

        Assert.Equal(106m, off.Discount);
        Assert.Equal([19m], off.TaxReductions);
    }

    [Fact]
    public void Discount_and_taxes_add_up_to_the_value_and_no_tax_falls_below_zero() => Prop.ForAll(
        Documents().ToArbitrary(),
        document =>
        {
            TaxedDiscount off = TaxedDiscount.Of(document.Value, document.Lines, 0m, 2);
            Assert.Equal(document.Value, off.Discount + off.TaxReductions.Sum());
            Assert.True(off.Discount >= 0);
            for (int at = 0; at < document.Lines.Count; at++)
            {
                Assert.InRange(off.TaxReductions[at], 0m, document.Lines[at].Tax);
                if (document.Lines[at].IsFixedLevy) Assert.Equal(0m, off.TaxReductions[at]);
            }
        }).QuickCheckThrowOnFailure();

    private static TaxedLine Line(decimal net, decimal tax) => new(Guid.NewGuid(), net, tax, false);

    private static IReadOnlyList<TaxedLine> Lines(params TaxedLine[] lines) => lines;

    private static Gen<Document> Documents() =>
        from cents in Gen.Choose(1, 200_000)
        from lines in (
            from net in Gen.Choose(0, 50_000)
            from tax in Gen.Choose(0, 10_000)
            from isFixed in Gen.Elements(true, false, false)
            select new TaxedLine(Guid.Empty, net / 100m, tax / 100m, isFixed)).NonEmptyListOf()
        select new Document(cents / 100m, lines.ToList());

    private sealed class Document
    {
        public Document(decimal value, IReadOnlyList<TaxedLine> lines)
        {
            Value = value;
            Lines = lines;
        }

        public decimal Value { get; }

        public IReadOnlyList<TaxedLine> Lines { get; }
    }
}
