using System;
using System.Collections.Generic;
using System.Linq;
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

    /// <summary>The balance stored on the customer's row; null before the first.</summary>
    public int? StoredBalance { get; init; }

    public IReadOnlyList<Membership> Memberships { get; init; } = Array.Empty<Membership>();

    /// <summary>
    /// What the stored balance should be: the sum over active members, clamped to what the column holds.
    /// </summary>
    public int Balance => (int)Math.Max(
        int.MinValue,
        Math.Min(int.MaxValue, Memberships.Where(member => member.IsActive).Sum(member => (long)member.Balance)));
}
