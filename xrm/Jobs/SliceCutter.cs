using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Cuts subjects into parts that run side by side: one for a small table, 16 or 256 for a large one, by the first
/// digits of a text key that starts with an id.
/// </summary>
internal sealed class SliceCutter
{
    private const int Large = 2000;
    private const int MostDigits = 2;
    private const string Digits = "0123456789abcdef", BehindDigits = "g";

    private readonly IOrganizationService service;

    public SliceCutter(IOrganizationService service) => this.service = service;

    /// <summary>One part each; what their cursors mean is the job's own business.</summary>
    public static IReadOnlyList<SliceRange> Parts(params string[] cursors) =>
        cursors.Select((cursor, index) => new SliceRange(index + 1, cursor, "")).ToArray();

    /// <summary>A whole table by a key of hexadecimal digits.</summary>
    public IReadOnlyList<SliceRange> Rows(KeyColumn key) => Numbered(RangesOf(key, new SliceRange(1, "", ""), ""));

    /// <summary>Members of programmes that run; what is paused waits.</summary>
    public IReadOnlyList<SliceRange> Members() => Cut(ProgrammeSwitches.Running(service));

    /// <summary>The same with paused programmes, for work that only looks.</summary>
    public IReadOnlyList<SliceRange> AllMembers() => Cut(ProgrammeSwitches.Active(service));

    public IReadOnlyList<SliceRange> MembersOf(Guid programmeId) => Cut(new[] { programmeId });

    private IReadOnlyList<SliceRange> Cut(IEnumerable<Guid> programmes) => Numbered(programmes.SelectMany(id =>
    {
        string prefix = id.ToString("N") + "-";
        return RangesOf(MemberPages.Key, new SliceRange(1, prefix, prefix + BehindDigits), prefix);
    }));

    private static IReadOnlyList<SliceRange> Numbered(IEnumerable<SliceRange> ranges) =>
        ranges.Select((range, index) => new SliceRange(index + 1, range.From, range.To)).ToArray();

    private IReadOnlyList<SliceRange> RangesOf(KeyColumn key, SliceRange whole, string prefix, int digits = 0)
    {
        if (digits == MostDigits || !IsLarge(key, whole)) return new[] { whole };
        return Digits.SelectMany((digit, index) =>
        {
            string from = index == 0 ? whole.From : prefix + digit;
            string to = index + 1 == Digits.Length ? whole.To : prefix + Digits[index + 1];
            return RangesOf(key, new SliceRange(1, from, to), prefix + digit, digits + 1);
        }).ToArray();
    }

    private bool IsLarge(KeyColumn key, SliceRange range) =>
        service.RetrieveMultiple(key.Query(range.From, range.To, Large)).MoreRecords;
}
