using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// What one document gave and what was taken back since, as recorded: the award and its corrections on one side,
/// returns
/// on the other. A correction that names the entry it reverses brings a return back, so it stands on the returns' side.
/// Today's rules play no part in it.
/// </summary>
public sealed class EarnRecord
{
    public Guid MemberId { get; init; }

    /// <summary>Dates of the lot that the award made.</summary>
    public LotKey Lot { get; init; }

    public Day? EarnedOn { get; init; }

    public Breakdown Earned { get; init; } = Breakdown.Empty;

    /// <summary>Points, units and amounts below zero; written-off points are not part of it.</summary>
    public Breakdown TakenBack { get; init; } = Breakdown.Empty;

    /// <summary>Points that returns spared by policy: they stayed with the member although the lines came back. What
    /// the document gets again is less them.</summary>
    public int Spared { get; init; }

    /// <summary>The award itself, before any correction.</summary>
    public Breakdown First { get; init; } = Breakdown.Empty;

    /// <summary>Points that corrections spared because of the programme's policy, less what was made up for.</summary>
    public int WrittenOff { get; init; }

    /// <summary>False where a recorded breakdown cannot be read: nothing of the record may be relied on then.</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>What the document still counts.</summary>
    public Breakdown Outstanding => Breakdown.Sum(new[] { Earned, TakenBack });

    /// <param name="award">The entry of kind Earn.</param>
    /// <param name="later">Entries of the same document in whatever order.</param>
    public static EarnRecord Of(EntryDraft award, IReadOnlyList<EntryDraft> later)
    {
        EarnRecord record = ByLine(award, later);
        bool isSummed = record.Earned.Parts.Concat(record.TakenBack.Parts)
            .Any(part => part.Item == BreakdownPart.AllLines);
        return isSummed ? record.Summed() : record;
    }

    // Once one entry could not hold the lines, all of them are counted by rule: parts must have the same place.
    private EarnRecord Summed() => new()
    {
        MemberId = MemberId,
        Lot = Lot,
        EarnedOn = EarnedOn,
        Earned = Earned.Summed(),
        First = First.Summed(),
        TakenBack = TakenBack.Summed(),
        WrittenOff = WrittenOff,
        Spared = Spared,
        IsReadable = IsReadable,
    };

    private static EarnRecord ByLine(EntryDraft award, IReadOnlyList<EntryDraft> later) => new()
    {
        MemberId = award.Key.MemberId,
        Lot = award.Lot,
        EarnedOn = award.EarnedOn,
        Earned = SumOf(later
            .Where(draft => draft.Key.Kind == EntryKind.Correction && draft.ReversesId is null)
            .Concat(new[] { award })),
        First = SumOf(new[] { award }),
        WrittenOff = later
            .Where(draft => draft.Key.Kind == EntryKind.Correction && draft.ReversesId is null)
            .SelectMany(PartsOf)
            .Where(IsWrittenOff)
            .Sum(part => part.Points),
        TakenBack = SumOf(later.Where(draft => draft.Key.Kind == EntryKind.Return || draft.ReversesId is not null)),
        Spared = later.SelectMany(draft => PartsOf(draft)).Where(IsWrittenOff).Sum(part => part.Points),
        IsReadable = later.Concat(new[] { award }).All(draft => Breakdown.Parse(draft.Breakdown) is not null),
    };

    private static Breakdown SumOf(IEnumerable<EntryDraft> drafts) => Breakdown.Sum(drafts
        .Select(draft => new Breakdown(PartsOf(draft).Where(part => !IsWrittenOff(part)).ToArray())));

    private static IReadOnlyList<BreakdownPart> PartsOf(EntryDraft draft) =>
        (Breakdown.Parse(draft.Breakdown) ?? Breakdown.Empty).Parts;

    private static bool IsWrittenOff(BreakdownPart part) => part.Rule == BreakdownPart.WrittenOff;
}
