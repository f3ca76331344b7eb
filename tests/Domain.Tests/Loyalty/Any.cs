using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Loyalty;

/// <summary>Valid values with only what a test cares about left open, and generators of them.</summary>
internal static class Any
{
    public static readonly Guid ProgrammeId = new("11111111-1111-1111-1111-111111111111");
    public static readonly Guid MemberId = new("22222222-2222-2222-2222-222222222222");
    public static readonly Guid UserId = new("33333333-3333-3333-3333-333333333333");
    public static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    public static EntryDraft Earning(int points, Guid? order = null)
    {
        Guid source = order ?? Guid.NewGuid();
        return new EntryDraft
        {
            Key = new SourceKey(ProgrammeId, MemberId, EntryKind.Earn, source),
            Points = points,
            BookedOn = Noon,
            SourceTable = "salesorder",
            SourceId = source.ToString("D"),
            OriginatorId = UserId,
            Basis = EarningBasis.NetLines,
            BasisAmount = points,
            Breakdown = "{\"v\":1,\"parts\":[]}",
        };
    }

    public static EntryDraft Adjustment(int points, Guid? request = null) => new()
    {
        Key = new SourceKey(ProgrammeId, MemberId, EntryKind.Adjust, request ?? Guid.NewGuid()),
        Points = points,
        BookedOn = Noon,
        SourceId = "request",
        OriginatorId = UserId,
        Reason = AdjustmentReason.Goodwill,
    };

    /// <summary>A draft of any kind with all that its kind asks for.</summary>
    public static EntryDraft Draft(EntryKind kind, int points) => Earning(points) with
    {
        Key = new SourceKey(ProgrammeId, MemberId, kind, Guid.NewGuid()),
        Reason = kind == EntryKind.Adjust ? AdjustmentReason.Other : null,
        Breakdown = EntryKinds.MovesStatus(kind) ? "" : "{\"v\":1,\"parts\":[]}",
    };

    public static Purchase Order(decimal net, params decimal[] lines) => new()
    {
        DocumentId = Guid.NewGuid(),
        NetAmount = net,
        GrossAmount = net,
        Lines = lines.Select(Line).ToArray(),
    };

    public static PurchaseLine Line(decimal net, int number) =>
        new() { Id = new Guid(number + 1, 0, 0, new byte[8]), NetAmount = net };

    public static List<LedgerEntry> Post(IEnumerable<EntryDraft> drafts, out MemberHead head)
    {
        var entries = new List<LedgerEntry>();
        head = MemberHead.Of(MemberId);
        foreach (EntryDraft draft in drafts)
        {
            Posting posting = Ledger.Post(head, draft);
            head = posting.Head;
            if (posting.Entry is { } entry) entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Drafts of both kinds, positive and negative, small and huge.</summary>
    public static Arbitrary<EntryDraft[]> Drafts()
    {
        Gen<EntryDraft> small = Gen.Choose(-500, 500).Select(points => Adjustment(points));
        Gen<EntryDraft> earned = Gen.Choose(0, 1000).Select(points => Earning(points));
        Gen<EntryDraft> huge = Gen.Choose(int.MaxValue - 1000, int.MaxValue).Select(points => Earning(points));
        return Gen.Frequency((5, small), (5, earned), (1, huge)).ArrayOf().ToArbitrary();
    }

    /// <summary>Amounts from -1,000.0000 to 1,000,000.0000 with four decimals.</summary>
    public static Gen<decimal> Amount() => Gen.Choose(-10_000_000, int.MaxValue).Select(units => units / 10_000m);

    public static Gen<decimal> PositiveAmount() => Gen.Choose(1, int.MaxValue).Select(units => units / 10_000m);
}
