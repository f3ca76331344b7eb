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
        LoyaltyMember.Columns.State);

    public static IReadOnlyList<Membership> Read(IEnumerable<Entity> rows, string alias) =>
        rows.Select(row => Of(row, alias)).Where(member => member.Id != Guid.Empty).ToArray();

    /// <summary>The active one first, then the smallest id: two stand side by side only after a merge.</summary>
    public static Membership? Preferred(IEnumerable<Entity> rows, string alias) => Read(rows, alias)
        .OrderByDescending(member => member.IsActive)
        .ThenBy(member => member.Id.ToString("N"), StringComparer.Ordinal)
        .FirstOrDefault();

    private static Membership Of(Entity row, string alias) => new()
    {
        Id = row.Linked<Guid>(alias, LoyaltyMember.Columns.Id),
        ProgrammeId = row.Linked<EntityReference>(alias, LoyaltyMember.Columns.ProgramId)?.Id ?? Guid.Empty,
        Balance = row.Linked<int>(alias, LoyaltyMember.Columns.Balance),
        IsActive = row.Linked<OptionSetValue>(alias, LoyaltyMember.Columns.State)?.Value == 0,
    };
}
