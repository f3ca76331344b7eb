using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Security;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Import;

/// <summary>Reads security roles with the depth of each privilege.</summary>
internal static class RoleReader
{
    private static readonly Dictionary<string, int> Depths = new(StringComparer.Ordinal)
    {
        ["Basic"] = 1,
        ["Local"] = 2,
        ["Deep"] = 4,
        ["Global"] = 8,
    };

    public static void Read(PackageReading reading)
    {
        foreach (XElement xml in reading.Customizations.Section("Roles", "Role"))
        {
            RoleDefinition role = ReadRole(xml);
            if (reading.Roles.Any(known => known.Id == role.Id || known.Name == role.Name))
            {
                throw ImportFault.Because(ImportErrorCodes.Role,
                    $"{xml.Place()}: the role '{role.Name}' ({role.Id}) is in the package twice.");
            }

            reading.Roles.Add(role);
            reading.Define(ComponentType.Role, role.Name, role.Id, xml);
            reading.AddPart("role", role.Name, xml);
            reading.Applied("role", role.Name);
            AddRows(reading, role);
        }
    }

    private static RoleDefinition ReadRole(XElement xml)
    {
        Dictionary<string, int> privileges = new(StringComparer.Ordinal);
        foreach (XElement privilege in xml.Section("RolePrivileges", "RolePrivilege"))
        {
            string name = privilege.RequiredAttribute("name");
            string level = privilege.RequiredAttribute("level");
            int depth = Depths.TryGetValue(level, out int known)
                ? known
                : throw PartXml.Invalid(privilege, "level", level, string.Join(", ", Depths.Keys));
            privileges[name] = Math.Max(depth, privileges.GetValueOrDefault(name));
        }

        return new RoleDefinition(xml.RequiredIdAttribute("id"), xml.RequiredAttribute("name"), privileges)
        {
            IsInherited = (string?)xml.Attribute("isinherited") != "0",
        };
    }

    private static void AddRows(PackageReading reading, RoleDefinition role)
    {
        reading.AddRow("role", role.Id,
            new("name", role.Name),
            new("isinherited", new OptionSetValue(role.IsInherited ? 1 : 0)),
            new("roleidunique", NameId.Of("roleidunique", role.Id.ToString("N"))));
        foreach (KeyValuePair<string, int> privilege in role.Privileges)
        {
            Guid privilegeId = PrivilegeRow.IdOf(privilege.Key);
            reading.AddRow("privilege", privilegeId, [.. PrivilegeRow.Columns(privilege.Key)]);
            reading.AddRow("roleprivileges", NameId.Of("roleprivileges", role.Id.ToString("N") + privilege.Key),
                new("roleid", role.Id),
                new("privilegeid", privilegeId),
                new("privilegedepthmask", privilege.Value));
        }
    }
}
