using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Loyalty;

public sealed class LedgerReplayTests
{
    [Fact]
    public void A_member_without_entries_is_sound()
    {
        MemberHead head = MemberHead.Of(Any.MemberId);

        Assert.Equal(new ReplayReport { Replayed = head }, LedgerReplay.Verify(head, []));
    }

    [Fact]
    public void Every_kind_of_tampering_is_found_at_its_place()
    {
        List<LedgerEntry> sound = Any.Post([Any.Earning(10), Any.Earning(20), Any.Earning(30)], out MemberHead head);
        LedgerEntry second = sound[1];

        Broken(ReplayFault.WrongSequence, 2, head, [sound[0], sound[2]]);
        Broken(ReplayFault.WrongSequence, 2, head, [sound[0], sound[2], second]);
        Broken(ReplayFault.WrongSequence, 3, head, [sound[0], second, second, sound[2]]);
        Broken(ReplayFault.DoubledSource, 2, head, [sound[0], second with { Draft = sound[0].Draft }]);
        Broken(ReplayFault.WrongBalance, 2, head, [sound[0], With(second, draft => draft with { Points = 21 })]);
        Broken(ReplayFault.BrokenLink, 2, head, [sound[0], second with { PreviousHash = LedgerHash.Genesis }]);
        Broken(ReplayFault.ChangedEntry, 2, head, [sound[0], second with { Hash = sound[2].Hash }]);
        Broken(ReplayFault.HeadDiffers, 3, head, [sound[0], second]);
        Broken(ReplayFault.HeadDiffers, 4, head with { Balance = 61 }, sound);
        Broken(ReplayFault.WrongMember, 1, MemberHead.Of(Guid.NewGuid()), sound);
    }

    [Theory]
    [InlineData("BookedOn")]
    [InlineData("SourceTable")]
    [InlineData("SourceId")]
    [InlineData("OriginatorId")]
    [InlineData("Basis")]
    [InlineData("BasisAmount")]
    [InlineData("Breakdown")]
    [InlineData("Reason")]
    [InlineData("Key")]
    [InlineData("DocumentNumber")]
    [InlineData("Rates")]
    [InlineData("EarnedOn")]
    [InlineData("AvailableFrom")]
    [InlineData("ExpiresOn")]
    [InlineData("StatusPoints")]
    [InlineData("StatusOrders")]
    [InlineData("Allocation")]
    [InlineData("ReversesId")]
    [InlineData("OriginMemberId")]
    [InlineData("RuleId")]
    [InlineData("ImportBatchId")]
    [InlineData("NoteHash")]
    public void No_fact_of_an_entry_can_be_changed_unnoticed(string fact)
    {
        List<LedgerEntry> sound = Any.Post([Any.Earning(10)], out MemberHead head);
        LedgerEntry changed = With(sound[0], draft => Changed(draft, fact));

        Assert.NotEqual(sound[0], changed);
        Broken(ReplayFault.ChangedEntry, 1, head, [changed]);
    }

    [Fact]
    public void Whoever_rewrites_an_entry_with_its_hash_breaks_the_link_behind_it()
    {
        List<LedgerEntry> sound = Any.Post([Any.Earning(10), Any.Earning(20)], out MemberHead head);
        LedgerEntry forged = With(sound[0], draft => draft with { OriginatorId = Guid.NewGuid() });
        forged = forged with { Hash = LedgerHash.Of(forged) };

        Broken(ReplayFault.BrokenLink, 2, head, [forged, sound[1]]);
        Any.Post([sound[0].Draft], out MemberHead headAfterOne);
        Broken(ReplayFault.HeadDiffers, 2, headAfterOne, [forged]);
    }

    [Fact]
    public void Leaving_any_entry_out_is_always_found()
    {
        Prop.ForAll(Any.Drafts(), Gen.Choose(0, 1000).ToArbitrary(), (drafts, pick) =>
        {
            List<LedgerEntry> entries = Any.Post(drafts, out MemberHead head);
            if (entries.Count == 0) return true;
            entries.RemoveAt(pick % entries.Count);
            return !LedgerReplay.Verify(head, entries).IsSound;
        }).QuickCheckThrowOnFailure();
    }

    private static void Broken(ReplayFault fault, int place, MemberHead head, IEnumerable<LedgerEntry> entries)
    {
        ReplayReport report = LedgerReplay.Verify(head, entries);

        Assert.Equal(fault, report.Fault);
        Assert.Equal(place, report.FaultAt);
        Assert.Equal(place - 1, report.Entries);
    }

    private static LedgerEntry With(LedgerEntry entry, Func<EntryDraft, EntryDraft> change) =>
        entry with { Draft = change(entry.Draft) };

    private static EntryDraft Changed(EntryDraft draft, string fact) => fact switch
    {
        "BookedOn" => draft with { BookedOn = draft.BookedOn.AddSeconds(1) },
        "SourceTable" => draft with { SourceTable = "invoice" },
        "SourceId" => draft with { SourceId = "other" },
        "OriginatorId" => draft with { OriginatorId = Guid.NewGuid() },
        "Basis" => draft with { Basis = EarningBasis.Gross },
        "BasisAmount" => draft with { BasisAmount = 10.0001m },
        "Breakdown" => draft with { Breakdown = "{}" },
        "Reason" => draft with { Reason = AdjustmentReason.Other },
        "Key" => draft with { Key = new SourceKey(Any.ProgrammeId, Any.MemberId, EntryKind.Earn, Guid.NewGuid()) },
        "DocumentNumber" => draft with { DocumentNumber = "SO-2" },
        "Rates" => draft with { Rates = new CurrencyRates { Document = 1.1m } },
        "EarnedOn" => draft with { EarnedOn = new Day(2026, 2, 28) },
        "AvailableFrom" => draft with { AvailableFrom = new Day(2026, 3, 15) },
        "ExpiresOn" => draft with { ExpiresOn = new Day(2027, 3, 1) },
        "StatusPoints" => draft with { StatusPoints = 10 },
        "StatusOrders" => draft with { StatusOrders = 1 },
        "Allocation" => draft with { Allocation = LotBook.Of(LotKey.Endless, 10) },
        "ReversesId" => draft with { ReversesId = Guid.NewGuid() },
        "OriginMemberId" => draft with { OriginMemberId = Guid.NewGuid() },
        "RuleId" => draft with { RuleId = Guid.NewGuid() },
        "ImportBatchId" => draft with { ImportBatchId = Guid.NewGuid() },
        "NoteHash" => draft with { NoteHash = LedgerHash.Genesis },
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "No such fact."),
    };
}
