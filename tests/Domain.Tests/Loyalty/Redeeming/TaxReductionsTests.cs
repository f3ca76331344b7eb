using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty.Redeeming;

[Trait("Rule", "L35")]
public sealed class TaxReductionsTests
{
    private static readonly Guid First = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Second = new("00000000-0000-0000-0000-000000000002");

    private readonly TaxReductions reductions = new(new Dictionary<Guid, decimal> { [Second] = 0.7m, [First] = 1.9m });

    [Fact]
    public void What_was_taken_goes_back_to_the_same_lines() => Assert.Equal(
        new[] { 0.7m, 1.9m, 0m },
        reductions.For(new[] { Line(Second, 10m, 0m), Line(First, 10m, 5m), Line(Guid.NewGuid(), 10m, 1m) }));

    [Fact]
    public void Lines_of_a_document_made_of_the_first_get_it_in_proportion_to_their_taxes() => Assert.Equal(
        new[] { 0.65m, 1.95m },
        reductions.For(new[] { Line(Guid.NewGuid(), 10m, 1m), Line(Guid.NewGuid(), 10m, 3m) }));

    [Fact]
    public void Other_lines_of_the_same_document_get_nothing() => Assert.Equal(
        new[] { 0m, 1.9m },
        reductions.Of(new[] { Line(Guid.NewGuid(), 10m, 1m), Line(First, 10m, 3m) }));

    [Fact]
    public void A_copy_has_its_shares_by_its_own_lines()
    {
        TaxedLine[] lines = { Line(Guid.NewGuid(), 10m, 1m), Line(Guid.NewGuid(), 10m, 3m) };

        Assert.Equal(new[] { 0.65m, 1.95m }, reductions.CopiedTo(lines).Of(lines));
    }

    [Fact]
    public void Where_no_tax_is_left_the_price_says_whose_it_was() => Assert.Equal(
        new[] { 2.6m, 0m },
        reductions.For(new[] { Line(Guid.NewGuid(), 10m, 0m), new TaxedLine(Guid.NewGuid(), 10m, 2m, true) }));

    [Fact]
    public void Text_gives_back_what_it_was_made_of()
    {
        string text = reductions.ToJson();

        Assert.Equal(
            "[[\"00000000000000000000000000000001\",1.9000],[\"00000000000000000000000000000002\",0.7000]]", text);
        Assert.Equal(text, TaxReductions.Parse(text)!.ToJson());
        Assert.Equal(0m, TaxReductions.Parse("")!.Total);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[[\"00000000000000000000000000000001\",1.9]]")]
    [InlineData("nonsense")]
    public void Other_text_is_not_accepted(string text) => Assert.Null(TaxReductions.Parse(text));

    private static TaxedLine Line(Guid id, decimal net, decimal tax) => new(id, net, tax, false);
}
