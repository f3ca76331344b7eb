using System;
using System.Collections.Concurrent;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>
/// The rights of every principal seen so far. A committed change of a row that decides about access makes all of them
/// stale; a transaction that has made such a change sees it at once, the others see it after the commit.
/// </summary>
internal sealed class RightsCache
{
    private readonly ConcurrentDictionary<Guid, Cached> _users = new();
    private readonly ConcurrentDictionary<Guid, Cached> _teams = new();
    private readonly Engine _engine;
    private readonly PrincipalRights _system;

    public RightsCache(Engine engine)
    {
        _engine = engine;
        _system = new PrincipalRights
        {
            Principal = new EntityReference("systemuser", engine.Identity.SystemUserId),
            BusinessUnitId = engine.Identity.BusinessUnitId,
            IsUnlimited = true,
        };
    }

    public PrincipalRights OfUser(UnitOfWork unit, Guid id) =>
        id == _system.Id ? _system : Find(unit, id, _users, isTeam: false);

    public PrincipalRights OfTeam(UnitOfWork unit, Guid id) => Find(unit, id, _teams, isTeam: true);

    public PrincipalRights Of(UnitOfWork unit, EntityReference principal) => principal.LogicalName switch
    {
        "systemuser" => OfUser(unit, principal.Id),
        "team" => OfTeam(unit, principal.Id),
        _ => throw Fault.Because(
            ErrorCodes.InvalidArgument, $"'{principal.LogicalName}' is no principal: name a systemuser or a team."),
    };

    private PrincipalRights Find(UnitOfWork unit, Guid id, ConcurrentDictionary<Guid, Cached> shared, bool isTeam)
    {
        if (unit.Session.HasChangedAccess)
        {
            return unit.Note<OwnRights>().Find(unit, id, isTeam);
        }

        long version = _engine.Database.AccessVersion;
        if (shared.TryGetValue(id, out Cached? known) && known.Version == version)
        {
            return known.Rights;
        }

        Cached read = new(version, Read(unit, id, isTeam));
        shared[id] = read;
        return read.Rights;
    }

    private static PrincipalRights Read(UnitOfWork unit, Guid id, bool isTeam)
    {
        RightsReader reader = new(unit.Session);
        return isTeam ? reader.ReadTeam(id) : reader.ReadUser(id);
    }

    private sealed record Cached(long Version, PrincipalRights Rights);

    /// <summary>Of a transaction that has changed rights: seen by itself only, gone with it.</summary>
    private sealed class OwnRights
    {
        private readonly ConcurrentDictionary<Guid, PrincipalRights> _rights = new();
        private int _changes;

        public PrincipalRights Find(UnitOfWork unit, Guid id, bool isTeam)
        {
            if (_changes != unit.Session.AccessChanges)
            {
                _rights.Clear();
                _changes = unit.Session.AccessChanges;
            }

            return _rights.GetOrAdd(id, _ => Read(unit, id, isTeam));
        }
    }
}
