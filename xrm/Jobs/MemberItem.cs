using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// What days or changed settings do to one member, in one transaction and under its lock. Whatever the job is, the
/// member is left as it should be today, so an item that is repeated finds nothing to do.
/// </summary>
internal sealed class MemberItem
{
    private readonly StepRun run;
    private readonly MemberStore members;
    private readonly Guid memberId;

    private LockedMember member = new();
    private int posted;

    public MemberItem(StepRun run, Guid memberId)
    {
        this.run = run;
        this.memberId = memberId;
        members = new MemberStore(run.System);
    }

    private Day Today => member.Programme.Today(run.Now);

    /// <summary>Ended lots become entries; what has become free, and the tier, are brought up to today.</summary>
    /// <returns>Entries posted.</returns>
    public int Refresh(TierReason cause)
    {
        if (!TryLock("refresh")) return 0;
        EndFreeze();
        Expire();
        BringUpToToday(cause);
        return posted;
    }

    /// <summary>
    /// Open lots get the dates that the changed settings give: what is taken and what is given are entries.
    /// </summary>
    public int Redate()
    {
        if (!TryLock("redate")) return 0;
        Expire();
        if (posted > 0) member = members.ReadLocked(memberId);
        LotBook before = member.Head.Lots;
        LotBook after = ExpiryPolicy.Redated(member.Programme.Settings.Expiry, before, Today);
        LotBook taken = Beyond(before, after);
        LotBook given = Beyond(after, before);
        if (!taken.IsEmpty)
        {
            Post(Draft(EntryKind.Correction, "redated from", -(int)taken.Total) with { Allocation = taken });
            Post(Draft(EntryKind.Correction, "redated to", (int)given.Total) with { Allocation = given });
        }

        BringUpToToday(TierReason.PeriodEnded);
        return posted;
    }

    /// <summary>Points for the birthday and the anniversary of joining, once a year each.</summary>
    public int Celebrate(DateTime? birthDate, DateTime? since)
    {
        if (!TryLock("occasions") || !member.IsActive) return 0;
        BonusSettings bonuses = member.Programme.Settings.Bonuses;
        Day last = OccasionDays.Since(since, run.Now);
        if (birthDate is { } date) Celebrate("birthday", bonuses.Birthday, Occasions.Due(Day.Of(date), last, Today));
        if (member.JoinedOn is { } joined)
            Celebrate("anniversary", bonuses.Anniversary, Occasions.Due(joined, last, Today));
        return posted;
    }

    private void Celebrate(string occasion, int points, Day? day)
    {
        if (points <= 0 || day is not { } on || on < member.JoinedOn) return;
        Guid source = Occasions.SourceIn(occasion, memberId, on.Year);
        LotKey lot = ExpiryPolicy.LotOf(member.Programme.Settings.Expiry, Today);
        Post(new EntryDraft
        {
            Key = new SourceKey(member.Programme.Settings.Id, memberId, EntryKind.Bonus, source),
            Points = points,
            BookedOn = run.Now,
            SourceId = occasion + " " + on,
            OriginatorId = run.OriginatorId,
            EarnedOn = lot.EarnedOn ?? Today,
            AvailableFrom = lot.AvailableFrom,
            ExpiresOn = lot.ExpiresOn,
        });
    }

    private bool TryLock(string work)
    {
        members.Lock(memberId, work);
        member = members.ReadLocked(memberId);
        bool isPaused = member.Programme.Settings.IsPaused;
        bool runs = !isPaused && member.Programme.Zone is not null;
        string reason = isPaused ? "is paused" : "has no time zone that the platform knows";
        if (!runs) run.NothingToDo($"programme {member.Programme.Name} {reason}.");
        return runs;
    }

    /// <summary>Whoever did not come back in time loses what was frozen.</summary>
    private void EndFreeze()
    {
        if (member.IsActive || member.Head.Lots.IsEmpty || !(member.FrozenUntil < Today)) return;
        new Leaving(run, MemberWork.Open(run, memberId, "freeze ended")).ForfeitFrozen();
        posted++;
        member = members.ReadLocked(memberId);
    }

    private void Expire()
    {
        ExpirySettings settings = member.Programme.Settings.Expiry;
        IReadOnlyList<ExpiryDue> dues = ExpiryPolicy.Due(settings, member.Head, member.LastActivityOn, Today);
        foreach (ExpiryDue due in dues)
        {
            var key = new SourceKey(
                member.Programme.Settings.Id, memberId, EntryKind.Expire, due.SourceAfter(member.Head));
            Post(new EntryDraft
            {
                Key = key,
                Points = due.Points,
                BookedOn = run.Now,
                SourceId = due.EndedOn.ToString(),
                OriginatorId = run.OriginatorId,
                Allocation = due.Lots,
            });
        }
    }

    /// <summary>
    /// A posting has left everything but a re-evaluated tier as it should be; then there is one more update.
    /// </summary>
    private void BringUpToToday(TierReason cause)
    {
        if (posted > 0) member = members.ReadLocked(memberId);
        MemberAdvance after = new MemberAdvance(member, member.Head, Today).WithTier(cause);
        members.Advance(after);
        new TierLog(run).Write(member, after.Tier);
    }

    private EntryDraft Draft(EntryKind kind, string what, int points)
    {
        string source = what + " " + member.Head.Sequence + " " + memberId.ToString("N");
        return new EntryDraft
        {
            Key = new SourceKey(member.Programme.Settings.Id, memberId, kind, SourceKey.SourceNamed(source)),
            Points = points,
            BookedOn = run.Now,
            SourceId = what,
            OriginatorId = run.OriginatorId,
        };
    }

    private void Post(EntryDraft draft)
    {
        Appended appended = new LedgerStore(run).Append(draft.Key, draft.Key.Kind.ToString(), () => draft);
        if (appended.Result == PostingResult.Accepted) posted++;
    }

    /// <summary>The part of the points that stands in one book and not in the other.</summary>
    private static LotBook Beyond(LotBook book, LotBook other) => LotBook.Of(book.Lots
        .Where(lot => lot.Points > PointsOf(other, lot.Key))
        .Select(lot => new Lot(lot.Key, lot.Points - PointsOf(other, lot.Key))));

    private static int PointsOf(LotBook book, LotKey key) =>
        book.Lots.Where(lot => lot.Key.Equals(key)).Sum(lot => lot.Points);
}
