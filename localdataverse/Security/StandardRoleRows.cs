using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Import;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>The rows of the standard roles, and of the administrator's assignment to the first of them.</summary>
internal static class StandardRoleRows
{
    /// <summary>What a basic user may do with the rows that are his.</summary>
    private static readonly string[] OwnRows = ["account", "contact", "activitypointer", "annotation", "usersettings"];

    /// <summary>What a basic user reads, so that names and choices of an app can be shown.</summary>
    private static readonly string[] ReadByAll =
    [
        "organization", "businessunit", "systemuser", "team", "role", "transactioncurrency", "solution", "publisher",
        "savedquery", "savedqueryvisualization", "systemform", "webresource", "appmodule", "sitemap", "customapi",
        "environmentvariabledefinition", "environmentvariablevalue",
    ];

    private static readonly string[] AppendedToByAll = ["systemuser", "team", "businessunit", "transactioncurrency"];

    public static IEnumerable<Entity> Of(Identity identity, TableCatalog catalog)
    {
        EntityReference unit = new("businessunit", identity.BusinessUnitId);
        yield return Template(StandardRole.AdministratorTemplate, StandardRole.SystemAdministrator);
        yield return Template(StandardRole.CustomizerTemplate, StandardRole.SystemCustomizer);
        yield return Role(StandardRole.SystemAdministrator, StandardRole.AdministratorTemplate, unit);
        yield return Role(StandardRole.SystemCustomizer, StandardRole.CustomizerTemplate, unit);
        yield return Role(StandardRole.BasicUser, null, unit);
        foreach (Guid user in new[] { identity.AdministratorId, identity.SystemUserId })
        {
            yield return new Entity("systemuserroles", NameId.Of("systemuserroles", user.ToString("N")))
            {
                ["systemuserid"] = user,
                ["roleid"] = StandardRole.IdOf(StandardRole.SystemAdministrator),
            };
        }

        foreach (KeyValuePair<string, Depth> privilege in BasicPrivileges(catalog))
        {
            yield return new Entity("privilege", PrivilegeRow.IdOf(privilege.Key))
            {
                Attributes = PrivilegeRow.Columns(privilege.Key),
            };
            yield return PrivilegeRows.Link(StandardRole.IdOf(StandardRole.BasicUser), privilege.Key, privilege.Value);
        }
    }

    private static Dictionary<string, Depth> BasicPrivileges(TableCatalog catalog)
    {
        Dictionary<string, Depth> privileges = new(StringComparer.OrdinalIgnoreCase);
        foreach (string privilege in OwnRows.SelectMany(table => TableSecurity.AllRights.Select(right =>
            TableSecurity.Of(catalog.Get(table), catalog).PrivilegeFor(right))))
        {
            privileges[privilege] = Depth.Basic;
        }

        foreach (string table in ReadByAll) privileges[Named(catalog, table, AccessRights.ReadAccess)] = Depth.Global;
        foreach (string table in AppendedToByAll)
        {
            privileges[Named(catalog, table, AccessRights.AppendToAccess)] = Depth.Global;
        }

        return privileges;
    }

    private static string Named(TableCatalog catalog, string table, AccessRights right) =>
        TableSecurity.Of(catalog.Get(table), catalog).PrivilegeFor(right);

    private static Entity Template(Guid id, string name) => new("roletemplate", id) { ["name"] = name };

    private static Entity Role(string name, Guid? template, EntityReference unit) =>
        new("role", StandardRole.IdOf(name))
        {
            ["name"] = name,
            ["businessunitid"] = unit,
            ["isinherited"] = new OptionSetValue(1),
            ["roletemplateid"] = template is Guid id ? new EntityReference("roletemplate", id) : null,
        };
}
