using System.Collections.Generic;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>Members page by page in the order of their text key, which starts with the programme.</summary>
internal static class MemberPages
{
    public static readonly KeyColumn Key = new(LoyaltyMember.Table, LoyaltyMember.Columns.MemberKey);

    /// <summary>The next members of a slice.</summary>
    public static QueryExpression Query(string cursor, SliceScope scope) => Key.Query(cursor, scope.Until);

    /// <summary>The same without those that have left, are frozen or were merged.</summary>
    public static QueryExpression Active(string cursor, SliceScope scope)
    {
        QueryExpression query = Query(cursor, scope);
        query.Criteria.AddCondition(LoyaltyMember.Columns.State, ConditionOperator.Equal, 0);
        return query;
    }

    public static IReadOnlyList<JobSubject> Subjects(IEnumerable<Entity> rows) => Key.Subjects(rows);
}
