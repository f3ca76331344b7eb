using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Tables: prefix, settings only for our own, the columns that every table lists, alternate keys.</summary>
internal static class TableChecks
{
    private static readonly string[] EveryTable =
    [
        "createdby", "createdon", "createdonbehalfby", "modifiedby", "modifiedon", "modifiedonbehalfby",
        "overriddencreatedon", "importsequencenumber", "statecode", "statuscode", "timezoneruleversionnumber",
        "utcconversiontimezonecode",
    ];

    private static readonly string[] UserOwned = ["ownerid", "owningbusinessunit", "owningteam", "owninguser"];
    private static readonly string[] OrganizationOwned = ["organizationid"];

    public static IEnumerable<Finding> Check(SolutionModel model) =>
        model.Tables.Values.SelectMany(table => CheckOwnership(model, table).Concat(CheckKeys(model, table)))
            .Concat(model.Tables.Values.Where(table => table.IsOwnTable).SelectMany(CheckColumns))
            .Concat(CheckSetNames(model));

    private static IEnumerable<Finding> CheckOwnership(SolutionModel model, TableModel table)
    {
        string behavior = model.Manifest.Descendants("RootComponent")
            .FirstOrDefault(root => root.ValueOf("type") == "1" && root.ValueOf("schemaName") == table.LogicalName)
            .ValueOf("behavior");
        if (table.IsOwnTable && !model.IsOwn(table.SchemaName))
        {
            yield return SolutionModel.At(
                table.Element, $"table {table.SchemaName} has settings but lacks the prefix {model.Prefix}",
                "Ship only own columns, forms and views of another publisher's table");
        }

        if (behavior != (table.IsOwnTable ? "0" : "2"))
        {
            yield return SolutionModel.At(
                table.Element, $"the RootComponent of {table.LogicalName} has behavior '{behavior}'",
                "Write 0 for an own table, 2 for a table of another publisher");
        }

        if (table.Element.DescendantsAndSelf().Any(element => element.Attribute("unmodified") is not null))
        {
            yield return SolutionModel.At(table.Element, "holds elements marked as unmodified", "Remove them");
        }
    }

    private static IEnumerable<Finding> CheckColumns(TableModel table)
    {
        IEnumerable<string> required = EveryTable.Concat(table.IsUserOwned ? UserOwned : OrganizationOwned)
            .Append(table.LogicalName + "id");
        foreach (string column in required.Where(column => !table.Columns.ContainsKey(column)))
        {
            yield return SolutionModel.At(
                table.Element, $"lacks the column {column}", "Copy it from another own table");
        }

        int names = table.Columns.Values.Count(column =>
            column.TextOf("DisplayMask").Split('|').Contains("PrimaryName"));
        if (names != 1)
        {
            yield return SolutionModel.At(
                table.Element, $"has {names} primary name columns",
                "Put PrimaryName into the DisplayMask of one text column");
        }

        if (table.Info.TextOf("OwnershipTypeMask") is not ("UserOwned" or "OrgOwned"))
        {
            yield return SolutionModel.At(
                table.Element, $"has ownership '{table.Info.TextOf("OwnershipTypeMask")}'",
                "Write UserOwned or OrgOwned");
        }
    }

    private static IEnumerable<Finding> CheckKeys(SolutionModel model, TableModel table)
    {
        foreach (XElement key in table.Element.Descendants("EntityKey"))
        {
            string name = key.TextOf("Name");
            if (!model.IsOwn(name) || key.TextOf("LogicalName") != name.ToLowerInvariant())
            {
                yield return SolutionModel.At(
                    key, $"alternate key {name} / {key.TextOf("LogicalName")}",
                    "Name has the prefix, LogicalName is its lower case");
            }

            foreach (XElement column in key.Descendants("AttributeName")
                .Where(column => !model.HasColumn(table.LogicalName, column.Value.Trim())))
            {
                yield return SolutionModel.At(
                    key, $"alternate key {name} uses the unknown column {column.Value}",
                    "Write the column's logical name");
            }
        }
    }

    private static IEnumerable<Finding> CheckSetNames(SolutionModel model) =>
        model.Tables.Values.Where(table => table.IsOwnTable)
            .GroupBy(table => table.Info.TextOf("EntitySetName"), StringComparer.OrdinalIgnoreCase)
            .Where(set => set.Count() > 1 || !model.IsOwn(set.Key))
            .SelectMany(set => set.Select(table => SolutionModel.At(
                table.Element, $"EntitySetName '{set.Key}' (0x8006089b)",
                "Give each table its own plural with prefix")));
}
