namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// The tier of members that become one, and of the one that stays when a merge is undone. Decided once, with the entry
/// that brings or takes the status months: nobody loses a tier by a merge, and nobody keeps one that a wrong merge
/// brought.
/// </summary>
public sealed class TierMerge
{
    private readonly TierPolicy policy;
    private readonly TierCandidate member;
    private readonly Day today;

    /// <param name="policy">Of the programme.</param>
    /// <param name="member">With the status months after the entry.</param>
    /// <param name="today">In the programme's zone.</param>
    public TierMerge(TierPolicy policy, TierCandidate member, Day today)
    {
        this.policy = policy;
        this.member = member;
        this.today = today;
    }

    /// <summary>The higher tier of the two, or what the months of both reach together.</summary>
    public TierDecision Join(TierStanding other) => Evaluated(policy.Higher(
        policy.Higher(member.Standing, other), policy.Remembered(member.Status, member.JoinedOn, today)));

    /// <summary>The same while changed limits wait for somebody's decision: the higher one, and no limit is
    /// asked.</summary>
    public TierDecision JoinAsTheyStand(TierStanding other) => Decided(policy.Higher(member.Standing, other));

    /// <param name="cameByMerge">Whether the merge brought the present tier; then only the member's own months
    /// count.</param>
    public TierDecision Part(bool cameByMerge) => Evaluated(cameByMerge
        ? policy.Remembered(member.Status, member.JoinedOn, today)
        : member.Standing);

    private TierDecision Evaluated(TierStanding start) => Decided(policy.Evaluate(
        start, member.Status, member.JoinedOn, today, TierReason.Merge).After);

    private TierDecision Decided(TierStanding after)
    {
        bool isSameTier = after.TierId == member.Standing.TierId;
        TierStanding dated = after with { Since = isSameTier ? member.Standing.Since : today };
        return new TierDecision
        {
            Result = ResultOf(dated),
            Before = member.Standing,
            After = dated,
            Reason = TierReason.Merge,
            StatusPoints = policy.PointsOn(member.Status, member.JoinedOn, today),
        };
    }

    private TierResult ResultOf(TierStanding after)
    {
        if (after.Equals(member.Standing)) return TierResult.Unchanged;
        int difference = policy.Compare(after, member.Standing);
        if (difference == 0) return TierResult.Extended;
        return difference > 0 ? TierResult.Upgraded : TierResult.Downgraded;
    }
}
