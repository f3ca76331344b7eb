using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Points that a return had to spare because they were spent at that moment. When that spending is undone they are
/// taken after all, so that it does not matter which of the two comes first.
/// </summary>
public sealed class SparedPoints
{
    private readonly EntryDraft spared;

    private SparedPoints(EntryDraft spared, int points)
    {
        this.spared = spared;
        Points = points;
    }

    /// <summary>That are taken after all; above 0.</summary>
    public int Points { get; }

    /// <summary>The document that was returned, as text.</summary>
    public string SourceId => spared.SourceId;

    /// <summary>The kind of the entry that spared them; what takes them is of the same kind.</summary>
    public EntryKind Kind => spared.Key.Kind;

    /// <param name="later">Returns and corrections that were posted after the spending, oldest first.</param>
    /// <param name="most">Points that came back and are there to be taken.</param>
    public static IReadOnlyList<SparedPoints> Of(IEnumerable<EntryDraft> later, int most)
    {
        var found = new List<SparedPoints>();
        int left = most;
        foreach (IGrouping<string, EntryDraft> document in later.GroupBy(draft => draft.SourceId))
        {
            int points = Math.Min(left, document.Sum(SparedBy));
            if (points <= 0) continue;
            found.Add(new SparedPoints(document.First(draft => SparedBy(draft) > 0), points));
            left -= points;
        }

        return found;
    }

    /// <summary>The entry that takes them: no status points, those went with the return.</summary>
    /// <param name="key">Of this kind.</param>
    /// <param name="bookedOn">UTC.</param>
    /// <param name="originatorId">Who undid the spending.</param>
    public EntryDraft Draft(SourceKey key, DateTime bookedOn, Guid originatorId) => new()
    {
        Key = key,
        Points = -Points,
        BookedOn = bookedOn,
        SourceTable = spared.SourceTable,
        SourceId = spared.SourceId,
        DocumentNumber = spared.DocumentNumber,
        OriginatorId = originatorId,
        EarnedOn = spared.EarnedOn,
        AvailableFrom = spared.AvailableFrom,
        ExpiresOn = spared.ExpiresOn,
        ReversesId = spared.ReversesId,
        Breakdown = new Breakdown(new[] { new BreakdownPart { Rule = BreakdownPart.WrittenOff, Points = -Points } })
            .ToJson(),
    };

    private static int SparedBy(EntryDraft draft) => (Breakdown.Parse(draft.Breakdown) ?? Breakdown.Empty).Parts
        .Where(part => part.Rule == BreakdownPart.WrittenOff)
        .Sum(part => part.Points);
}
