using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Takes back what a document earned, line by line from the recorded breakdown. Every figure is cumulative - what
/// should
/// be back by now less what is back already - so that any number of partial returns never takes more than was earned
/// and
/// takes exactly that once everything is back.
/// </summary>
public static class ReturnPolicy
{
    private const decimal Cent = 0.01m;

    public static ReturnPlan Lines(EarnRecord? record, Guid memberId, IReadOnlyList<ReturnedLine> lines)
    {
        ReturnResult link = CheckLink(record, memberId);
        if (link != ReturnResult.Planned) return new ReturnPlan { Result = link };
        var parts = new List<BreakdownPart>();
        foreach (ReturnedLine line in lines.GroupBy(line => line.Line).Select(Together))
        {
            ReturnResult result = Check(record!, line);
            if (result != ReturnResult.Planned) return new ReturnPlan { Result = result };
            parts.AddRange(PartsOf(record!, line));
        }

        return Plan(record!, WithRestOfHeader(record!, new Breakdown(parts)));
    }

    /// <summary>
    /// Where the record names no lines: every rule takes back the share of the whole amount that is back by now.
    /// </summary>
    /// <param name="record">Of the document.</param>
    /// <param name="memberId">Who earned.</param>
    /// <param name="amount">Of this return, in base currency; above 0.</param>
    public static ReturnPlan Share(EarnRecord? record, Guid memberId, decimal amount)
    {
        ReturnResult link = CheckLink(record, memberId);
        if (link != ReturnResult.Planned) return new ReturnPlan { Result = link };
        decimal whole = record!.Earned.Amount;
        decimal back = BaseAmount.Round(amount) - record.TakenBack.Amount;
        if (amount <= 0 || whole <= 0) return new ReturnPlan { Result = ReturnResult.QuantityIsUnusable };
        // Shares are rounded, and so are the amounts of single lines: the last of them takes what is left.
        if (Math.Abs(back - whole) < Cent && record.Outstanding.Amount > 0) back = whole;
        if (back > whole) return new ReturnPlan { Result = ReturnResult.MoreThanWasBought };
        BreakdownPart[] parts = record.Earned.Parts.Select(part => ShareOf(record, part, back, whole)).ToArray();
        return Plan(record, new Breakdown(parts));
    }

    /// <summary>A cancelled document: all that it still counts.</summary>
    public static ReturnPlan Everything(EarnRecord? record, Guid memberId)
    {
        ReturnResult link = CheckLink(record, memberId);
        return link == ReturnResult.Planned
            ? Plan(record!, record!.Outstanding.Negative())
            : new ReturnPlan { Result = link };
    }

    /// <summary>
    /// What a changed or re-activated document has to get (or lose) so that it counts what a fresh award gives. A
    /// correction, no new award: the lots keep the dates of the first one.
    /// </summary>
    public static Breakdown Difference(EarnRecord record, Award fresh) =>
        LessSpared(record, fresh.Breakdown.Minus(record.Outstanding));

    /// <summary>The cancelled document counts again: exactly what was taken back comes back, and not what a policy had
    /// spared. Posted as a correction that names the return in <see cref="EntryDraft.ReversesId"/>.</summary>
    public static Breakdown Reactivation(EarnRecord record) => LessSpared(record, record.TakenBack.Negative());

    /// <summary>How much of a plan is taken under the programme's policy; the rest is written off in the
    /// breakdown, so that no later return asks for it again.</summary>
    public static ReturnPlan Limit(ReturnPlan plan, EarnRecord record, MemberHead head, Programme programme, Day today)
    {
        long wanted = -(long)plan.Points;
        long possible = programme.Returns switch
        {
            NegativePolicy.AllowNegative => wanted,
            NegativePolicy.PendingOnly => head.Lots.PendingOn(today).Where(key => key.Equals(record.Lot)).Total,
            _ => Math.Max(0, head.Balance),
        };
        if (plan.Result != ReturnResult.Planned || possible >= wanted) return plan;
        int spared = (int)(wanted - possible);
        BreakdownPart part = WrittenOff(spared);
        return new ReturnPlan
        {
            Result = ReturnResult.Planned,
            Breakdown = new Breakdown(plan.Breakdown.Parts.Concat(new[] { part }).ToArray()),
            IsEverything = plan.IsEverything,
            WrittenOff = spared,
        };
    }

    private static Breakdown LessSpared(EarnRecord record, Breakdown credit)
    {
        int spared = Math.Min(record.Spared, credit.Points);
        return spared > 0 ? new Breakdown(credit.Parts.Concat(new[] { WrittenOff(-spared) }).ToArray()) : credit;
    }

    private static BreakdownPart WrittenOff(int points) => new() { Rule = BreakdownPart.WrittenOff, Points = points };

    private static ReturnedLine Together(IEnumerable<ReturnedLine> same)
    {
        ReturnedLine[] lines = same.ToArray();
        bool isUsable = lines.All(line => line.Quantity > 0);
        return lines[0] with { Quantity = isUsable ? lines.Sum(line => line.Quantity) : 0m };
    }

    private static ReturnResult CheckLink(EarnRecord? record, Guid memberId)
    {
        if (record is null) return ReturnResult.AwardIsUnknown;
        return record.MemberId == memberId ? ReturnResult.Planned : ReturnResult.BelongsToAnotherMember;
    }

    private static ReturnResult Check(EarnRecord record, ReturnedLine line)
    {
        bool isKnown = record.Earned.Parts.Any(part => part.Line == line.Line);
        if (!isKnown) return ReturnResult.LineIsUnknown;
        decimal of = UnitsOf(record, line);
        if (line.Quantity <= 0 || of <= 0) return ReturnResult.QuantityIsUnusable;
        return BackBefore(record, line) + line.Quantity > of ? ReturnResult.MoreThanWasBought : ReturnResult.Planned;
    }

    private static IEnumerable<BreakdownPart> PartsOf(EarnRecord record, ReturnedLine line)
    {
        decimal back = BackBefore(record, line) + line.Quantity;
        decimal of = UnitsOf(record, line);
        foreach (BreakdownPart part in record.Earned.Parts.Where(part => part.Line == line.Line))
        {
            BreakdownPart before = record.TakenBack.Parts.FirstOrDefault(one => one.Place == part.Place)
                ?? new BreakdownPart();
            yield return new BreakdownPart
            {
                Rule = part.Rule,
                Line = part.Line,
                Units = CarriesUnits(part) ? -line.Quantity : null,
                Amount = -(BaseAmount.Round(part.Amount * back / of) + before.Amount),
                Points = -((int)decimal.Floor(part.Points * back / of) + before.Points),
            };
        }
    }

    private static BreakdownPart ShareOf(EarnRecord record, BreakdownPart part, decimal back, decimal whole)
    {
        BreakdownPart before = record.TakenBack.Parts.FirstOrDefault(one => one.Place == part.Place)
            ?? new BreakdownPart();
        return new BreakdownPart
        {
            Rule = part.Rule,
            Item = part.Item,
            Amount = -(BaseAmount.Round(part.Amount * back / whole) + before.Amount),
            Points = -((int)decimal.Floor(part.Points * back / whole) + before.Points),
        };
    }

    // Freight and header have no units: they come back with the last line.
    private static Breakdown WithRestOfHeader(EarnRecord record, Breakdown lines)
    {
        Breakdown left = Breakdown.Sum(new[] { record.Outstanding, lines });
        bool allBack = left.Parts
            .Where(part => part.Line is not null)
            .All(part => part.Points == 0 && part.Amount == 0);
        IEnumerable<BreakdownPart> rest = left.Parts
            .Where(part => allBack && part.Line is null && !part.IsNothing)
            .Select(part => part.Times(-1));
        return new Breakdown(lines.Parts.Concat(rest).ToArray());
    }

    private static ReturnPlan Plan(EarnRecord record, Breakdown breakdown)
    {
        var moved = new Breakdown(breakdown.Parts.Where(part => !part.IsNothing).ToArray());
        Breakdown left = Breakdown.Sum(new[] { record.Outstanding, moved });
        return new ReturnPlan
        {
            Result = moved.Points == 0 ? ReturnResult.NothingToTakeBack : ReturnResult.Planned,
            Breakdown = moved,
            IsEverything = moved.Points != 0 && left.Parts.All(part => part.Points == 0),
        };
    }

    private static bool CarriesUnits(BreakdownPart part) =>
        part.Rule == BreakdownPart.BaseRate || part.Units is not null || part.Amount != 0;

    private static decimal UnitsOf(EarnRecord record, ReturnedLine line) => line.Of ?? record.Earned.Parts
        .Where(part => part.Line == line.Line && part.Units is not null)
        .Sum(part => part.Units.GetValueOrDefault());

    private static decimal BackBefore(EarnRecord record, ReturnedLine line) => -record.TakenBack.Parts
        .Where(part => part.Line == line.Line && CarriesUnits(part))
        .Sum(part => part.Units.GetValueOrDefault());
}
