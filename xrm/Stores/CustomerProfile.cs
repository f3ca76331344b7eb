using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Stores;

/// <summary>A customer with its memberships, as one query reads them.</summary>
internal sealed class CustomerProfile
{
    public EntityReference Customer { get; init; } = new();
    public string Name { get; init; } = "";
    public EntityReference? Owner { get; init; }

    /// <summary>Neither enrolled nor paid.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>What the customer's row shows now.</summary>
    public Entity Shown { get; init; } = new();

    public IReadOnlyList<Membership> Memberships { get; init; } = Array.Empty<Membership>();

    /// <summary>The recommendation that waits for an order, if it was asked for.</summary>
    public Schema.ReferralRow? Waiting { get; init; }

    /// <summary>
    /// The member under the key that the customer's enrolment lock names, whoever it belongs to; null where nobody
    /// asked for it.
    /// </summary>
    public Membership? KeyHolder { get; init; }

    /// <summary>
    /// What the customer's row should show, as far as it differs: sums over active members, clamped to what the columns
    /// hold, the highest tier, what ends next. No column means that the row is right.
    /// </summary>
    public Entity Difference()
    {
        Membership[] active = Memberships.Where(member => member.IsActive).ToArray();
        Domain.Loyalty.Tier? tier = active.Select(member => member.Tier)
            .Where(known => known is not null)
            .OrderByDescending(known => known!.Rank)
            .FirstOrDefault();
        Day? ends = active.Where(member => member.NextExpiryOn is not null)
            .OrderBy(member => member.NextExpiryOn)
            .FirstOrDefault()?.NextExpiryOn;
        var change = new Entity(Customer.LogicalName, Customer.Id);
        Show(change, Schema.Customer.Columns.PointsBalance, HeadRows.Bounded(active.Sum(member => (long)member.Shown)));
        long pending = active.Sum(member => (long)member.Pending);
        Show(change, Schema.Customer.Columns.PendingPoints, HeadRows.Bounded(pending));
        Show(change, Schema.Customer.Columns.LoyaltyTier, tier?.Name);
        Show(change, Schema.Customer.Columns.NextExpiryOn, ends?.Midnight);
        Show(change, Schema.Customer.Columns.NextExpiryPoints, ends is null
            ? null
            : HeadRows.Bounded(active
                .Where(member => Equals(member.NextExpiryOn, ends))
                .Sum(member => (long)member.NextExpiryPoints)));
        return change;
    }

    private void Show(Entity change, string column, object? value)
    {
        object? shown = Shown.GetAttributeValue<object>(column);
        bool isNothing = shown is null && value is null or 0;
        if (!isNothing && !Equals(shown, value)) change[column] = value;
    }
}
