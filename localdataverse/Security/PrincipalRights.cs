using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>
/// Everything that roles, teams and field security profiles allow one user or team. Never changes: a new one is read
/// when a row that it was read from has changed.
/// </summary>
internal sealed class PrincipalRights
{
    private readonly ConcurrentDictionary<ScopeKey, AccessScope> _scopes = new();

    public required EntityReference Principal { get; init; }

    public Guid Id => Principal.Id;

    public required Guid BusinessUnitId { get; init; }

    /// <summary>SYSTEM and system administrators: nothing is asked, tables that come later included.</summary>
    public bool IsUnlimited { get; init; }

    /// <summary>False for an id that no user or team has.</summary>
    public bool Exists { get; init; } = true;

    public bool IsDisabled { get; init; }

    /// <summary>Roles held directly and through teams.</summary>
    public int RoleCount { get; init; }

    /// <summary>Teams of a user, access teams included.</summary>
    public IReadOnlyList<Guid> Teams { get; init; } = [];

    /// <summary>By privilege name, letters not distinguished.</summary>
    public IReadOnlyDictionary<string, List<Grant>> Grants { get; init; } = new Dictionary<string, List<Grant>>();

    public BusinessUnitTree Units { get; init; } = BusinessUnitTree.Empty;

    /// <summary>What field security profiles allow; empty when the principal is in none.</summary>
    public ColumnRights Columns { get; init; } = ColumnRights.None;

    /// <summary>The principal and its teams: to whom a row may have been shared.</summary>
    public IEnumerable<Guid> Sharers => Teams.Prepend(Id);

    /// <summary>In any depth.</summary>
    public bool Has(string privilege) => IsUnlimited || Grants.ContainsKey(privilege);

    /// <summary>The rows of a table that a right reaches; worked out once.</summary>
    public AccessScope Scope(TableSecurity table, AccessRights right)
    {
        if (IsUnlimited)
        {
            return AccessScope.Everything;
        }

        ScopeKey key = new(table.PrivilegeFor(right), table.Kind);
        return _scopes.TryGetValue(key, out AccessScope? scope) ? scope : _scopes.GetOrAdd(key, Make);
    }

    private AccessScope Make(ScopeKey key)
    {
        if (!Grants.TryGetValue(key.Privilege, out List<Grant>? grants))
        {
            return AccessScope.Nothing;
        }

        if (grants.Exists(grant => grant.Depth == Depth.Global))
        {
            return AccessScope.Everything;
        }

        if (key.Kind == SecuredBy.Organization)
        {
            return AccessScope.Nothing;
        }

        HashSet<Guid> owners = [];
        HashSet<Guid> units = [];
        foreach (Grant grant in grants)
        {
            owners.UnionWith(grant.Owners);
            if (grant.Depth == Depth.Local) units.Add(grant.BusinessUnitId);
            if (grant.Depth == Depth.Deep) units.UnionWith(Units.WithBelow(grant.BusinessUnitId));
        }

        return new AccessScope(owners, units);
    }

    private readonly record struct ScopeKey(string Privilege, SecuredBy Kind);
}
