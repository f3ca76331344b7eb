using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>A field permission needs a column that exists and is secured, and a secured column a permission.</summary>
internal static class FieldSecurityChecks
{
    public static IEnumerable<Finding> Check(SolutionModel model)
    {
        List<XElement> permissions = [.. model.Section("FieldSecurityProfiles").Descendants("FieldPermission")];
        return permissions.SelectMany(permission => CheckPermission(model, permission))
            .Concat(CheckSecured(model, [.. permissions.Select(Name)]));
    }

    private static IEnumerable<Finding> CheckPermission(SolutionModel model, XElement permission)
    {
        string[] name = Name(permission).Split('.');
        XElement? column = model.Tables.GetValueOrDefault(name[0])?.Columns.GetValueOrDefault(name[1]);
        if (column is null && model.IsOwn(name[1]))
        {
            yield return SolutionModel.At(
                permission, $"permission on the missing column {Name(permission)} (0x80048064)", "Add the column");
        }

        if (column is not null && column.TextOf("IsSecured") != "1")
        {
            yield return SolutionModel.At(
                permission, $"permission on the unsecured column {Name(permission)} (0x80048063)",
                "Set IsSecured to 1");
        }
    }

    private static IEnumerable<Finding> CheckSecured(SolutionModel model, HashSet<string> permitted) =>
        from table in model.Tables.Values
        from column in table.Columns
        where column.Value.TextOf("IsSecured") == "1" && !permitted.Contains($"{table.LogicalName}.{column.Key}")
        select SolutionModel.At(
            column.Value, $"nobody but administrators can read the secured column {column.Key}",
            "Add it to a field security profile");

    private static string Name(XElement permission) =>
        $"{permission.TextOf("EntityName")}.{permission.TextOf("AttributeName")}".ToLowerInvariant();
}
