using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>Members as the linked columns of another table's rows; a row without a member has none of them.</summary>
internal static class MembershipRows
{
    private const string TierSuffix = "tier";

    /// <summary>Asks for everything that <see cref="Read"/> reads: columns of the member and of its tier.</summary>
    public static void AddTo(LinkEntity members, string alias)
    {
        members.EntityAlias = alias;
        members.Columns = new ColumnSet(
            LoyaltyMember.Columns.Id, LoyaltyMember.Columns.ProgramId, LoyaltyMember.Columns.Balance,
            LoyaltyMember.Columns.State, LoyaltyMember.Columns.JoinedOn, LoyaltyMember.Columns.TierId,
            LoyaltyMember.Columns.MemberKey, LoyaltyMember.Columns.CustomerId, LoyaltyMember.Columns.MergedIntoId,
            LoyaltyMember.Columns.OpenLots, LoyaltyMember.Columns.StatusBuckets);
        LinkEntity tier = members.AddLink(
            LoyaltyTierRow.Table, LoyaltyMember.Columns.TierId, LoyaltyTierRow.Columns.Id, JoinOperator.LeftOuter);
        tier.EntityAlias = alias + TierSuffix;
        tier.Columns = new ColumnSet(
            LoyaltyTierRow.Columns.Name, LoyaltyTierRow.Columns.Rank, LoyaltyTierRow.Columns.Multiplier);
    }

    /// <summary>Adds what the customer's row shows of its members. Never before a posting: only a lock makes sure
    /// of it.</summary>
    public static void AddShown(LinkEntity members) => members.Columns.AddColumns(
        LoyaltyMember.Columns.Pending,
        LoyaltyMember.Columns.Available,
        LoyaltyMember.Columns.NextExpiryOn,
        LoyaltyMember.Columns.NextExpiryPoints);

    public static IReadOnlyList<Membership> Read(IEnumerable<Entity> rows, string alias) => rows
        .Select(row => Of(row, alias))
        .Where(member => member.Id != Guid.Empty)
        .GroupBy(member => member.Id)
        .Select(same => same.First())
        .ToArray();

    /// <summary>Members of one programme, whoever stays first: the active one, then the one whose customer it always
    /// was, then the smallest id. Two active ones stand side by side only after a merge.</summary>
    public static IReadOnlyList<Membership> InOrder(IEnumerable<Entity> rows, string alias) =>
        InOrder(Read(rows, alias));

    public static IReadOnlyList<Membership> InOrder(IEnumerable<Membership> members) => members
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
            IsDamaged = IsDamaged(row, alias),
            HoldsCustomersKey = row.Linked<string>(alias, LoyaltyMember.Columns.MemberKey) == ownKey,
            JoinedOn = row.Linked<DateTime?>(alias, LoyaltyMember.Columns.JoinedOn),
            Tier = TierOf(row, alias),
            MergedIntoId = row.Linked<EntityReference>(alias, LoyaltyMember.Columns.MergedIntoId)?.Id,
            Pending = row.Linked<int>(alias, LoyaltyMember.Columns.Pending),
            Available = row.Linked<int>(alias, LoyaltyMember.Columns.Available),
            NextExpiryOn = MemberRows.DayOf(row.Linked<DateTime?>(alias, LoyaltyMember.Columns.NextExpiryOn)),
            NextExpiryPoints = row.Linked<int>(alias, LoyaltyMember.Columns.NextExpiryPoints),
        };
    }

    private static bool IsDamaged(Entity row, string alias)
    {
        var head = new LoyaltyMember { Balance = row.Linked<int>(alias, LoyaltyMember.Columns.Balance) };
        if (row.Linked<string>(alias, LoyaltyMember.Columns.OpenLots) is { } lots) head.OpenLots = lots;
        if (row.Linked<string>(alias, LoyaltyMember.Columns.StatusBuckets) is { } status) head.StatusBuckets = status;
        return HeadRows.Find(head) is null;
    }

    private static Tier? TierOf(Entity row, string alias) =>
        row.Linked<EntityReference>(alias, LoyaltyMember.Columns.TierId) is { } tier
            ? new Tier
            {
                Id = tier.Id,
                Name = row.Linked<string>(alias + TierSuffix, LoyaltyTierRow.Columns.Name) ?? "",
                Rank = row.Linked<int>(alias + TierSuffix, LoyaltyTierRow.Columns.Rank),
                Multiplier = row.Linked<decimal?>(alias + TierSuffix, LoyaltyTierRow.Columns.Multiplier) ?? 1m,
            }
            : null;
}
