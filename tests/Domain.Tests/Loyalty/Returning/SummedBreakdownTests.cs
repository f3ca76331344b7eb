using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty.Returning;

/// <summary>A breakdown that an entry cannot hold by line, and what returns make of it.</summary>
public sealed class SummedBreakdownTests
{
    private static readonly Guid Member = Guid.NewGuid();
    private static readonly string Rule = Guid.NewGuid().ToString("N");

    [Fact]
    public void A_breakdown_that_is_too_long_is_kept_as_marked_sums_by_rule()
    {
        Breakdown whole = Of(lines: 6000);

        Breakdown stored = Breakdown.Parse(whole.ToStoredJson())!;

        Assert.True(whole.ToJson().Length > Breakdown.LongestJson);
        Assert.InRange(whole.ToStoredJson().Length, 1, 500);
        Assert.False(stored.NamesLines);
        Assert.Equal(
            [(BreakdownPart.BaseRate, BreakdownPart.AllLines), (Rule, BreakdownPart.AllLines),
                (BreakdownPart.BaseRate, BreakdownPart.Freight)],
            stored.Parts.Select(part => (part.Rule, part.Item)));
        Assert.Equal(
            (whole.Points, whole.Amount, whole.StatusPoints), (stored.Points, stored.Amount, stored.StatusPoints));
    }

    [Fact]
    public void One_that_fits_is_kept_by_line()
    {
        Breakdown small = Of(lines: 10);

        Assert.Equal(small.ToJson(), small.ToStoredJson());
    }

    [Fact]
    [Trait("Rule", "L22")]
    public void Returns_by_amount_are_cumulative_and_take_exactly_everything_in_the_end()
    {
        EntryDraft award = Earn(Of(lines: 6000));
        var later = new List<EntryDraft>();
        int taken = 0;
        foreach (decimal amount in new[] { 0.01m, 1999.99m, 3000m, 1010m })
        {
            ReturnPlan plan = ReturnPolicy.Share(EarnRecord.Of(award, later), Member, amount);
            Assert.Contains(plan.Result, new[] { ReturnResult.Planned, ReturnResult.NothingToTakeBack });
            Assert.True(plan.Points <= 0);
            taken -= plan.Points;
            later.Add(Return(plan, later.Count));
        }

        EarnRecord record = EarnRecord.Of(award, later);
        Assert.Equal(18_010, taken);
        Assert.Equal(0, record.Outstanding.Points);
        Assert.Equal(ReturnResult.MoreThanWasBought, ReturnPolicy.Share(record, Member, 0.01m).Result);
        Assert.Equal(ReturnResult.QuantityIsUnusable, ReturnPolicy.Share(record, Member, 0m).Result);
    }

    [Fact]
    [Trait("Rule", "L19")]
    public void An_unchanged_document_gets_what_was_recorded_and_a_changed_one_the_difference()
    {
        EarnRecord record = EarnRecord.Of(Earn(Of(lines: 6000)), []);

        Assert.Equal(record.First.ToJson(), Settlement.TargetOf(record, Of(lines: 6000)).ToJson());
        Assert.Equal(0, Settlement.Towards(record, Of(lines: 6000)).Points);
        Assert.Equal(30, Settlement.Towards(record, Of(lines: 6010)).Points);
    }

    [Fact]
    public void A_record_that_cannot_be_read_says_so() =>
        Assert.False(EarnRecord.Of(Earn(Of(lines: 1)) with { Breakdown = "nonsense" }, []).IsReadable);

    /// <summary>1.00 a line with 1 point by the rate and 2 by a rule, and freight of 10.00.</summary>
    private static Breakdown Of(int lines)
    {
        Guid[] ids = Enumerable.Range(0, lines).Select(line => new Guid(line, 0, 0, new byte[8])).ToArray();
        var parts = ids.Select(id => new BreakdownPart { Line = id, Units = 1m, Amount = 1m, Points = 1 })
            .Concat(ids.Select(id => new BreakdownPart { Rule = Rule, Line = id, Points = 2 }))
            .Concat(new[] { new BreakdownPart { Item = BreakdownPart.Freight, Amount = 10m, Points = 10 } });
        return new Breakdown(parts.ToArray());
    }

    private static EntryDraft Earn(Breakdown breakdown) => new()
    {
        Key = new SourceKey(Guid.NewGuid(), Member, EntryKind.Earn, Guid.NewGuid()),
        Points = breakdown.Points,
        Breakdown = breakdown.ToStoredJson(),
    };

    private static EntryDraft Return(ReturnPlan plan, int number) => new()
    {
        Key = new SourceKey(Guid.NewGuid(), Member, EntryKind.Return, new Guid(number, 0, 0, new byte[8])),
        Points = plan.Points,
        Breakdown = plan.Breakdown.ToStoredJson(),
    };
}
