using System;
using System.Globalization;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>One expiry entry to post: all lots of a member that ended on the same day.</summary>
public sealed class ExpiryDue
{
    /// <summary>The last day of the lots; for inactivity the last day of the term.</summary>
    public Day EndedOn { get; init; }

    public LotBook Lots { get; init; } = LotBook.Empty;

    /// <summary>For the entry; below 0.</summary>
    public int Points => -(int)Lots.Total;

    /// <summary>
    /// Source of the entry: the day and the place in the chain. A second run finds the lots closed; two runs at the
    /// same
    /// time ask for the same source.
    /// </summary>
    public Guid SourceAfter(MemberHead head) => SourceKey.SourceNamed(
        "expiry " + EndedOn + " after " + head.Sequence.ToString(CultureInfo.InvariantCulture));
}
