using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// How a locked member goes on, after a posting or because days have passed: head, what is held back and what ends
/// next, tier, last activity and the day on which a job has to look again. One update writes all of it.
/// </summary>
internal sealed class MemberAdvance
{
    private readonly LockedMember before;
    private readonly MemberHead head;
    private readonly Day today;

    /// <param name="before">As it was read after the lock.</param>
    /// <param name="head">After the posting; the same head where only time has passed.</param>
    /// <param name="today">In the programme's zone.</param>
    public MemberAdvance(LockedMember before, MemberHead head, Day today)
    {
        this.before = before;
        this.head = head;
        this.today = today;
        LastActivityOn = before.LastActivityOn;
    }

    /// <summary>Null where tiers stand still: there are none, their limits await a re-evaluation, or the
    /// member is none any more.</summary>
    public TierDecision? Tier { get; private set; }

    /// <summary>What keeps the points of an inactive member alive.</summary>
    public Day? LastActivityOn { get; private set; }

    public MemberAdvance WithActivity(EntryKind kind)
    {
        if (ExpiryPolicy.IsActivity(before.Programme.Settings.Expiry, kind)) LastActivityOn = today;
        return this;
    }

    /// <param name="cause">Written down if the tier falls.</param>
    public MemberAdvance WithTier(TierReason cause)
    {
        bool waits = before.Programme.TiersAwaitReevaluation && cause != TierReason.Reevaluation;
        if (StandsStill || waits) return this;
        Tier = Policy().Evaluate(before.Standing, head.Status, before.JoinedOn ?? default, today, cause);
        return this;
    }

    /// <summary>Another member's points and status months came in for good.</summary>
    public MemberAdvance WithTierOf(TierStanding duplicate)
    {
        if (StandsStill) return this;
        Tier = before.Programme.TiersAwaitReevaluation
            ? Merge().JoinAsTheyStand(duplicate)
            : Merge().Join(duplicate);
        return this;
    }

    /// <summary>They went back.</summary>
    public MemberAdvance WithTierAfterUndoing(bool cameByMerge)
    {
        bool waits = before.Programme.TiersAwaitReevaluation;
        if (!StandsStill && !waits) Tier = Merge().Part(cameByMerge);
        return this;
    }

    public LoyaltyMember ToRow()
    {
        LoyaltyMember row = HeadRows.RowOf(head, today);
        TierStanding standing = Tier?.After ?? before.Standing;
        var dates = new MemberDates
        {
            Head = head,
            Tier = before.IsActive ? standing : TierStanding.None,
            LastActivityOn = LastActivityOn,
            FrozenUntil = before.FrozenUntil,
        };
        row.NextDueDate = dates.NextDue(before.Programme.Settings)?.Midnight;
        if (LastActivityOn != before.LastActivityOn) row.LastActivityOn = LastActivityOn?.Midnight;
        if (Tier is null) return row;

        row.StatusPoints = HeadRows.Bounded(Tier.StatusPoints);
        if (!Tier.IsChange) return row;
        row.TierId = LinkTo(standing);
        row.TierSince = standing.TierId is null ? null : standing.Since.Midnight;
        row.TierUntil = standing.Until?.Midnight;
        return row;
    }

    private bool StandsStill => before.Tiers.Count == 0 || !before.IsActive;

    private TierPolicy Policy() => new(before.Tiers, before.Programme.Settings.Tiers);

    private TierMerge Merge() => new(
        Policy(),
        new TierCandidate
        {
            MemberId = head.MemberId,
            JoinedOn = before.JoinedOn ?? default,
            Standing = before.Standing,
            Status = head.Status,
        },
        today);

    internal static EntityReference? LinkTo(TierStanding standing) =>
        standing.TierId is { } id ? new EntityReference(LoyaltyTierRow.Table, id) : null;
}
