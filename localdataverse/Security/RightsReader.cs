using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Security;

/// <summary>Reads what a principal may do out of roles, teams, business units and field security profiles.</summary>
internal sealed class RightsReader
{
    private const int Allowed = 4;

    private readonly Session _session;

    public RightsReader(Session session) => _session = session;

    /// <summary>A user with what its teams add.</summary>
    public PrincipalRights ReadUser(Guid id)
    {
        EntityReference user = new("systemuser", id);
        Entity? row = Find(user, "businessunitid", "isdisabled");
        if (row is null)
        {
            return new PrincipalRights { Principal = user, BusinessUnitId = Guid.Empty, Exists = false };
        }

        Guid unit = UnitOf(row);
        List<Entity> teams = TeamsOf(id);
        List<HeldRole> roles = RolesOf("systemuserroles", "systemuserid", [id]).ConvertAll(
            role => new HeldRole(role, unit, [id]));
        Dictionary<Guid, Guid> unitOfTeam = teams.ToDictionary(team => team.Id, UnitOf);
        foreach (Entity role in RolesOf("teamroles", "teamid", unitOfTeam.Keys))
        {
            Guid team = Aliased<Guid>(role, "held.teamid");
            Guid[] owners = IsForMembers(role) ? [team, id] : [team];
            roles.Add(new HeldRole(role, unitOfTeam[team], owners));
        }

        return new PrincipalRights
        {
            Principal = user,
            BusinessUnitId = unit,
            IsDisabled = row.GetAttributeValue<bool>("isdisabled"),
            IsUnlimited = roles.Exists(IsAdministrator),
            RoleCount = roles.Select(role => role.Role.Id).Distinct().Count(),
            Teams = [.. unitOfTeam.Keys],
            Grants = GrantsOf(roles),
            Units = Tree(),
            Columns = ColumnsOf(id, unitOfTeam.Keys),
        };
    }

    /// <summary>A team by its own roles: whether it may own a row, what sharing with it allows.</summary>
    public PrincipalRights ReadTeam(Guid id)
    {
        EntityReference team = new("team", id);
        Entity? row = Find(team, "businessunitid");
        if (row is null)
        {
            return new PrincipalRights { Principal = team, BusinessUnitId = Guid.Empty, Exists = false };
        }

        Guid unit = UnitOf(row);
        List<HeldRole> roles = RolesOf("teamroles", "teamid", [id]).ConvertAll(role => new HeldRole(role, unit, [id]));
        return new PrincipalRights
        {
            Principal = team,
            BusinessUnitId = unit,
            IsUnlimited = roles.Exists(IsAdministrator),
            RoleCount = roles.Count,
            Grants = GrantsOf(roles),
            Units = Tree(),
            Columns = ColumnsOf(null, [id]),
        };
    }

    private static bool IsAdministrator(HeldRole held) =>
        held.Role.GetAttributeValue<EntityReference>("roletemplateid")?.Id == StandardRole.AdministratorTemplate;

    /// <summary>The platform's default: a team's role also reaches its members' own rows.</summary>
    private static bool IsForMembers(Entity role) => role.GetAttributeValue<OptionSetValue>("isinherited")?.Value != 0;

    private static Guid UnitOf(Entity row) =>
        row.GetAttributeValue<EntityReference>("businessunitid")?.Id ?? Guid.Empty;

    private static T? Aliased<T>(Entity row, string name) => row.GetAttributeValue<AliasedValue>(name) is { } value
        ? (T)value.Value
        : default;

    private Entity? Find(EntityReference principal, params string[] columns) => _session.Find(
        _session.Catalog.Get(principal.LogicalName), principal.Id, new ColumnSet(columns));

    private List<Entity> TeamsOf(Guid user)
    {
        QueryExpression query = new("team") { ColumnSet = new ColumnSet("businessunitid") };
        LinkEntity link = query.AddLink("teammembership", "teamid", "teamid");
        link.LinkCriteria.AddCondition("systemuserid", ConditionOperator.Equal, user);
        return Select(query);
    }

    private List<Entity> RolesOf(string intersect, string column, IReadOnlyCollection<Guid> holders)
    {
        if (holders.Count == 0)
        {
            return [];
        }

        QueryExpression query = new("role") { ColumnSet = new ColumnSet("roletemplateid", "isinherited") };
        LinkEntity link = query.AddLink(intersect, "roleid", "roleid");
        link.EntityAlias = "held";
        link.Columns = new ColumnSet(column);
        link.LinkCriteria.AddCondition(new ConditionExpression(column, ConditionOperator.In, holders.ToArray()));
        return Select(query);
    }

    /// <summary>System administrators need no list: nothing is asked of them.</summary>
    private Dictionary<string, List<Grant>> GrantsOf(List<HeldRole> roles)
    {
        Dictionary<string, List<Grant>> grants = new(StringComparer.OrdinalIgnoreCase);
        if (roles.Count == 0 || roles.Exists(IsAdministrator))
        {
            return grants;
        }

        ILookup<Guid, HeldRole> held = roles.ToLookup(role => role.Role.Id);
        QueryExpression query = new("roleprivileges") { ColumnSet = new ColumnSet("roleid", "privilegedepthmask") };
        query.Criteria.AddCondition(new ConditionExpression(
            "roleid", ConditionOperator.In, held.Select(role => role.Key).ToArray()));
        LinkEntity link = query.AddLink("privilege", "privilegeid", "privilegeid");
        link.EntityAlias = "privilege";
        link.Columns = new ColumnSet("name");
        foreach (Entity row in Select(query))
        {
            string privilege = Aliased<string>(row, "privilege.name")!;
            Depth depth = (Depth)row.GetAttributeValue<int>("privilegedepthmask");
            if (!grants.TryGetValue(privilege, out List<Grant>? list)) grants.Add(privilege, list = []);
            foreach (HeldRole role in held[row.GetAttributeValue<Guid>("roleid")])
            {
                list.Add(new Grant(depth, role.BusinessUnitId, role.Owners));
            }
        }

        return grants;
    }

    private BusinessUnitTree Tree()
    {
        QueryExpression query = new("businessunit") { ColumnSet = new ColumnSet("parentbusinessunitid") };
        query.Criteria.AddCondition("parentbusinessunitid", ConditionOperator.NotNull);
        return new BusinessUnitTree(Select(query).Select(unit => KeyValuePair.Create(
            unit.Id, unit.GetAttributeValue<EntityReference>("parentbusinessunitid").Id)));
    }

    private ColumnRights ColumnsOf(Guid? user, IReadOnlyCollection<Guid> teams)
    {
        ColumnRights rights = new();
        if (user is Guid id) Add(rights, "systemuserprofiles", "systemuserid", [id]);
        if (teams.Count > 0) Add(rights, "teamprofiles", "teamid", teams);
        return rights;
    }

    private void Add(ColumnRights rights, string intersect, string column, IReadOnlyCollection<Guid> holders)
    {
        QueryExpression query = new("fieldpermission")
        {
            ColumnSet = new ColumnSet("entityname", "attributelogicalname", "canread", "cancreate", "canupdate"),
        };
        LinkEntity link = query.AddLink(intersect, "fieldsecurityprofileid", "fieldsecurityprofileid");
        link.LinkCriteria.AddCondition(new ConditionExpression(column, ConditionOperator.In, holders.ToArray()));
        foreach (Entity row in Select(query))
        {
            rights.Add(new FieldPermission(Text(row, "entityname"), Text(row, "attributelogicalname"))
            {
                CanRead = IsAllowed(row, "canread"),
                CanCreate = IsAllowed(row, "cancreate"),
                CanUpdate = IsAllowed(row, "canupdate"),
            });
        }
    }

    private static string Text(Entity row, string column) => row.GetAttributeValue<string>(column) ?? "";

    private static bool IsAllowed(Entity row, string column) =>
        row.GetAttributeValue<OptionSetValue>(column)?.Value == Allowed;

    private List<Entity> Select(QueryExpression query)
    {
        SelectQuery select = QueryReader.Read(query, _session.Catalog);
        select.Page = null;
        select.Top = int.MaxValue;
        return [.. _session.Select(select, QueryContext.Neutral).Entities];
    }

    private sealed record HeldRole(Entity Role, Guid BusinessUnitId, IReadOnlyList<Guid> Owners);
}
