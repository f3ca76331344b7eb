using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>What an entry does to the tier of its member.</summary>
internal sealed class PostingTier
{
    private readonly StepRun run;

    public PostingTier(StepRun run) => this.run = run;

    /// <param name="after">Of the posting.</param>
    /// <param name="draft">A merge is decided once, by the member that stays; the emptied one keeps what it
    /// had.</param>
    public MemberAdvance Apply(MemberAdvance after, EntryDraft draft)
    {
        bool isUndone = draft.ReversesId is not null;
        return draft.Key.Kind switch
        {
            EntryKind.MergeOut when !isUndone => after,
            EntryKind.MergeOut => after.WithTierAfterUndoing(new TierLog(run).CameByMerge(draft.Key.MemberId)),
            EntryKind.MergeIn when !isUndone => after.WithTierOf(StandingOf(draft)),
            _ => after.WithTier(PostingRules.TierCauseOf(draft.Key.Kind)),
        };
    }

    private TierStanding StandingOf(EntryDraft draft)
    {
        var query = new QueryExpression(LoyaltyMember.Table)
        {
            ColumnSet = new ColumnSet(
                LoyaltyMember.Columns.TierId, LoyaltyMember.Columns.TierSince, LoyaltyMember.Columns.TierUntil),
        };
        query.Criteria.AddCondition(
            LoyaltyMember.Columns.Id, ConditionOperator.Equal, draft.OriginMemberId.GetValueOrDefault());
        Entity? duplicate = run.System.RetrieveMultiple(query).Entities.FirstOrDefault();
        return duplicate is null ? TierStanding.None : MemberRows.StandingOf(duplicate.ToEntity<LoyaltyMember>());
    }
}
