using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>Members as the linked columns of another table's rows; a row without a member has none of them.</summary>
internal static class MembershipRows
{
    public static ColumnSet Columns() => new(
        LoyaltyMember.Columns.Id,
        LoyaltyMember.Columns.ProgramId,
        LoyaltyMember.Columns.Balance,
        LoyaltyMember.Columns.State,
        LoyaltyMember.Columns.MemberKey,
        LoyaltyMember.Columns.CustomerId,
        LoyaltyMember.Columns.MergedIntoId);

    public static IReadOnlyList<Membership> Read(IEnumerable<Entity> rows, string alias) =>
        rows.Select(row => Of(row, alias)).Where(member => member.Id != Guid.Empty).ToArray();

    /// <summary>Members of one programme, whoever stays first: the active one, then the one whose customer it always
    /// was, then the smallest id. Two active ones stand side by side only after a merge.</summary>
    public static IReadOnlyList<Membership> InOrder(IEnumerable<Entity> rows, string alias) => Read(rows, alias)
        .OrderByDescending(member => member.IsActive)
        .ThenByDescending(member => member.HoldsCustomersKey)
        .ThenBy(member => member.Id.ToString("N"), StringComparer.Ordinal)
        .ToArray();

    private static Membership Of(Entity row, string alias)
    {
        Guid programme = row.Linked<EntityReference>(alias, LoyaltyMember.Columns.ProgramId)?.Id ?? Guid.Empty;
        Guid customer = row.Linked<EntityReference>(alias, LoyaltyMember.Columns.CustomerId)?.Id ?? Guid.Empty;
        string ownKey = new Domain.Loyalty.MemberKey(programme, customer).ToString();
        return new Membership
        {
            Id = row.Linked<Guid>(alias, LoyaltyMember.Columns.Id),
            ProgrammeId = programme,
            Balance = row.Linked<int>(alias, LoyaltyMember.Columns.Balance),
            IsActive = row.Linked<OptionSetValue>(alias, LoyaltyMember.Columns.State)?.Value == 0,
            HoldsCustomersKey = row.Linked<string>(alias, LoyaltyMember.Columns.MemberKey) == ownKey,
            MergedIntoId = row.Linked<EntityReference>(alias, LoyaltyMember.Columns.MergedIntoId)?.Id,
        };
    }
}
