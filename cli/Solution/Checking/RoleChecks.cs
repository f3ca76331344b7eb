using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Roles: an unknown privilege breaks the import of the role, so only those of own tables are used.</summary>
internal static class RoleChecks
{
    private static readonly string[] Verbs =
        ["Create", "Read", "Write", "Delete", "AppendTo", "Append", "Assign", "Share"];

    public static IEnumerable<Finding> Check(SolutionModel model) =>
        model.Section("Roles").SelectMany(role => role.Descendants("RolePrivilege")
            .SelectMany(privilege => CheckPrivilege(model, privilege)));

    /// <summary>Whether a privilege is one that the platform makes for an own table of this solution.</summary>
    public static TableModel? TableOf(SolutionModel model, string privilege) =>
        Verbs.Where(verb => privilege.StartsWith("prv" + verb, StringComparison.Ordinal))
            .Select(verb => model.Tables.Values.FirstOrDefault(table =>
                table.IsOwnTable && privilege == "prv" + verb + table.SchemaName))
            .FirstOrDefault(table => table is not null);

    private static IEnumerable<Finding> CheckPrivilege(SolutionModel model, XElement privilege)
    {
        string name = privilege.ValueOf("name");
        string level = privilege.ValueOf("level");
        if (TableOf(model, name) is not { } table)
        {
            yield return SolutionModel.At(
                privilege, $"{name} is no privilege of an own table",
                "Use schema names with their capitals; let administrators add Microsoft's");
            yield break;
        }

        if (level is not ("Basic" or "Local" or "Deep" or "Global") || !table.IsUserOwned && level != "Global")
        {
            yield return SolutionModel.At(
                privilege, $"{name} has level '{level}'",
                "Use Global for organisation-owned tables, else Basic, Local, Deep or Global");
        }

        if (!table.IsUserOwned
            && (name.StartsWith("prvAssign", StringComparison.Ordinal)
                || name.StartsWith("prvShare", StringComparison.Ordinal)))
        {
            yield return SolutionModel.At(privilege, $"{name}: nobody owns rows of {table.LogicalName}", "Remove it");
        }
    }
}
