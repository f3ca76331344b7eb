using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty.Lots;

public sealed class LedgerLotsTests
{
    private static readonly Day Today = Day.Of(Any.Noon);

    private readonly List<LedgerEntry> entries = [];
    private MemberHead head = MemberHead.Of(Any.MemberId);

    [Fact]
    [Trait("Rule", "L41")]
    public void Spending_takes_the_lot_that_ends_first()
    {
        Post(Credit(100, until: Today.AddDays(300)));
        Post(Credit(50, until: Today.AddDays(30)));
        Post(Credit(70, until: null));

        LedgerEntry spent = Post(Any.Draft(EntryKind.Redeem, -120));

        Assert.Equal([50, 70], spent.Draft.Allocation.Lots.Select(lot => lot.Points));
        Assert.Equal([30, 70], head.Lots.Lots.Select(lot => lot.Points));
        Assert.Null(head.Lots.Lots[1].Key.ExpiresOn);
    }

    [Fact]
    public void Points_that_are_held_back_count_but_cannot_be_spent()
    {
        Post(Credit(100, until: null, from: Today.AddDays(14)));
        Post(Credit(40, until: null));

        Assert.Equal(140, head.Balance);
        Assert.Equal(40, head.AvailableOn(Today));
        Assert.Equal(100, head.PendingOn(Today));
        Assert.Equal(140, head.AvailableOn(Today.AddDays(14)));
        Assert.Equal(PostingResult.AvailableTooLow, Try(Any.Draft(EntryKind.Redeem, -41)));
        Assert.Equal(PostingResult.BalanceTooLow, Try(Any.Draft(EntryKind.Redeem, -141)));
        Assert.Equal(PostingResult.Accepted, Try(Any.Draft(EntryKind.Redeem, -40)));
    }

    [Fact]
    public void Points_past_their_last_day_cannot_be_spent_even_before_the_job_has_run()
    {
        Post(Credit(100, until: Today.AddDays(-1)));

        Assert.Equal(PostingResult.AvailableTooLow, Try(Any.Draft(EntryKind.Redeem, -1)));
        Assert.Equal(PostingResult.AvailableTooLow, Try(Any.Draft(EntryKind.TransferOut, -1)));
    }

    [Fact]
    [Trait("Rule", "L25")]
    public void A_return_takes_back_the_lot_of_its_own_earn_before_older_ones()
    {
        Post(Credit(100, until: Today.AddDays(10)));
        EntryDraft recent = Credit(60, until: Today.AddDays(365), from: Today.AddDays(14));
        Post(recent);

        LedgerEntry back = Post(Any.Draft(EntryKind.Return, -50) with
        {
            EarnedOn = recent.EarnedOn, AvailableFrom = recent.AvailableFrom, ExpiresOn = recent.ExpiresOn,
        });

        Assert.Equal(recent.Lot, Assert.Single(back.Draft.Allocation.Lots).Key);
        Assert.Equal([100, 10], head.Lots.Lots.Select(lot => lot.Points));
    }

    [Fact]
    [Trait("Rule", "L25")]
    public void A_return_whose_lot_is_spent_goes_on_with_the_lot_that_ends_first()
    {
        Post(Credit(60, until: Today.AddDays(365)));
        Post(Any.Draft(EntryKind.Redeem, -60));
        Post(Credit(100, until: Today.AddDays(10)));

        Post(Any.Draft(EntryKind.Return, -50) with { EarnedOn = Today, ExpiresOn = Today.AddDays(365) });

        Assert.Equal(50, Assert.Single(head.Lots.Lots).Points);
    }

    [Fact]
    [Trait("Rule", "L26")]
    public void A_debt_leaves_no_lots_and_the_next_credits_pay_it_first()
    {
        Post(Credit(30, until: Today.AddDays(100)));
        Assert.Equal(PostingResult.BalanceTooLow, Try(Any.Draft(EntryKind.Return, -100)));

        Post(Any.Draft(EntryKind.Return, -100), DebtPolicy.Allow);
        Assert.Equal(70, head.Debt);
        Assert.True(head.Lots.IsEmpty);

        Post(Credit(50, until: Today.AddDays(100)));
        Assert.Equal(20, head.Debt);
        Assert.True(head.Lots.IsEmpty);

        Post(Credit(50, until: Today.AddDays(100)));
        Assert.Equal(0, head.Debt);
        Assert.Equal(30, head.Lots.Total);
    }

    [Fact]
    [Trait("Rule", "L42")]
    public void Expiry_closes_exactly_the_lots_that_it_names_and_a_lot_is_closed_once()
    {
        Post(Credit(100, until: Today.AddDays(-1)));
        Post(Credit(40, until: Today.AddDays(1)));
        LotBook due = head.Lots.Where(key => key.IsOverOn(Today));

        Assert.Equal(PostingResult.LotsAreMissing, Try(Any.Draft(EntryKind.Expire, -141)));
        Post(Any.Draft(EntryKind.Expire, -100) with { Allocation = due });

        Assert.Equal(40, head.Lots.Total);
        Assert.Equal(PostingResult.LotsDoNotFit, Try(Any.Draft(EntryKind.Expire, -100) with { Allocation = due }));
        Assert.Equal(PostingResult.LotsDoNotFit, Try(Any.Draft(EntryKind.Expire, -39) with
        {
            Allocation = LotBook.Of(head.Lots.Lots[0].Key, 40),
        }));
    }

    [Fact]
    public void A_held_back_lot_becomes_plain_when_its_day_has_passed_and_a_return_still_finds_it()
    {
        EntryDraft held = Credit(80, until: null, from: Today.AddDays(14));
        Post(held);
        Post(Any.Adjustment(5) with { BookedOn = Any.Noon.AddDays(20) });

        Assert.Equal(85, Assert.Single(head.Lots.Lots).Points);
        Post(Any.Draft(EntryKind.Return, -80) with
        {
            BookedOn = Any.Noon.AddDays(21), EarnedOn = held.EarnedOn, AvailableFrom = held.AvailableFrom,
        });
        Assert.Equal(5, head.Lots.Total);
    }

    [Fact]
    public void A_programme_without_expiry_has_one_lot_and_writes_no_allocation()
    {
        for (int month = 0; month < 50; month++)
            Post(Any.Earning(100) with { EarnedOn = Today.AddMonths(month) });
        LedgerEntry spent = Post(Any.Draft(EntryKind.Redeem, -4000));

        Assert.Equal(1000, Assert.Single(head.Lots.Lots).Points);
        Assert.True(spent.Draft.Allocation.IsEmpty);
    }

    [Fact]
    public void A_kind_that_only_gives_or_only_takes_refuses_the_other_sign()
    {
        Post(Credit(1000, until: null));
        foreach (EntryKind kind in Enum.GetValues(typeof(EntryKind)))
        {
            bool credits = Try(Any.Draft(kind, 10)) == PostingResult.SignDoesNotFitTheKind;
            bool debits = Try(Any.Draft(kind, -10)) == PostingResult.SignDoesNotFitTheKind;
            Assert.Equal(!EntryKinds.MayCredit(kind), credits);
            Assert.Equal(kind != EntryKind.Earn && !EntryKinds.MayDebit(kind), debits);
        }
    }

    [Fact]
    public void Status_points_need_a_day_and_stay_when_points_are_spent()
    {
        Assert.Equal(PostingResult.StatusIsIncomplete, Try(Any.Earning(10) with { StatusPoints = 10 }));
        Post(Any.Earning(10) with { StatusPoints = 10, StatusOrders = 1, EarnedOn = Today });
        Post(Any.Draft(EntryKind.Redeem, -10));

        Assert.Equal(10, head.Status.PointsBetween(Today, Today));
        Assert.Equal(1, head.Status.OrdersBetween(Today, Today));
    }

    private LedgerEntry Post(EntryDraft draft, DebtPolicy debt = DebtPolicy.Refuse)
    {
        Posting posting = Ledger.Post(head, draft, PostingTerms.On(Today, debt));
        Assert.Equal(PostingResult.Accepted, posting.Result);
        head = posting.Head;
        entries.Add(posting.Entry!);
        Assert.Equal(ReplayFault.None, LedgerReplay.Verify(head, entries).Fault);
        return posting.Entry!;
    }

    private PostingResult Try(EntryDraft draft) => Ledger.Post(head, draft, PostingTerms.On(Today)).Result;

    private static EntryDraft Credit(int points, Day? until, Day? from = null) =>
        Any.Earning(points) with { EarnedOn = Today, AvailableFrom = from, ExpiresOn = until };
}
