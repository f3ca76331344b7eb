using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Columns: names, and what each type needs beside it.</summary>
internal static class ColumnChecks
{
    private const int LongestName = 50;

    public static IEnumerable<Finding> Check(SolutionModel model) =>
        model.Tables.Values.SelectMany(table => table.Columns.SelectMany(column =>
            CheckName(model, table, column.Key, column.Value)
                .Concat(CheckType(model, table, column.Key, column.Value))));

    private static IEnumerable<Finding> CheckName(SolutionModel model, TableModel table, string name, XElement column)
    {
        if (column.TextOf("Name") != name || column.TextOf("LogicalName") != name)
        {
            yield return SolutionModel.At(
                column, $"column {column.ValueOf("PhysicalName")} has Name {column.TextOf("Name")} and LogicalName "
                    + column.TextOf("LogicalName"), $"Write {name} in both");
        }

        if (column.TextOf("IsCustomField") == "1" && !model.IsOwn(name))
        {
            yield return SolutionModel.At(
                column, $"column {name} lacks the prefix {model.Prefix} (0x80048062)",
                "Rename it before the first release");
        }

        if (name.Length > LongestName)
        {
            yield return SolutionModel.At(column, $"column name {name} is longer than {LongestName}", "Shorten it");
        }

        if (!table.IsOwnTable && column.TextOf("IsCustomField") != "1")
        {
            yield return SolutionModel.At(
                column, $"{name} of {table.LogicalName} belongs to its publisher",
                "Ship only own columns of that table");
        }
    }

    private static IEnumerable<Finding> CheckType(SolutionModel model, TableModel table, string name, XElement column)
    {
        string type = column.TextOf("Type");
        if (model.IsOwn(name) && type is "lookup" or "customer")
        {
            return CheckLookup(model, table, name, column);
        }

        if (type is "picklist" or "multiselectpicklist" or "bit")
        {
            return CheckChoice(model, table, name, column);
        }

        return type == "money" ? CheckMoney(table, name, column) : [];
    }

    private static IEnumerable<Finding> CheckLookup(SolutionModel model, TableModel table, string name, XElement column)
    {
        List<XElement> relationships = [.. model.Relationships.Values.Where(relationship =>
            relationship.TextOf("ReferencingEntityName").ToLowerInvariant() == table.LogicalName
            && relationship.TextOf("ReferencingAttributeName").ToLowerInvariant() == name)];
        string parents = string.Join(' ', relationships
            .Select(relationship => relationship.TextOf("ReferencedEntityName").ToLowerInvariant()).Order());
        if (model.IsOwn(name) && relationships.Count == 0)
        {
            yield return SolutionModel.At(
                column, $"lookup column {name} has no 1:N relationship",
                "Define one in Other/Relationships and list it");
        }

        if (column.TextOf("Type") == "customer" && parents != "account contact")
        {
            yield return SolutionModel.At(
                column, $"customer column {name} refers to '{parents}'",
                "Define one relationship to account and one to contact");
        }
    }

    private static IEnumerable<Finding> CheckChoice(SolutionModel model, TableModel table, string name, XElement column)
    {
        string global = column.TextOf("OptionSetName").ToLowerInvariant();
        XElement? local = column.Element("optionset");
        if (global.Length == 0 && local is null)
        {
            yield return SolutionModel.At(
                column, $"choice column {name} has neither optionset nor OptionSetName", "Add one of them");
        }

        if (model.IsOwn(global) && !model.Choices.ContainsKey(global))
        {
            yield return SolutionModel.At(
                column, $"column {name} uses the choice {global}, which is not in the solution (0x80048039)",
                $"Add OptionSets/{global}.xml");
        }

        if (local is not null && local.ValueOf("Name") != $"{table.LogicalName}_{name}")
        {
            yield return SolutionModel.At(
                column, $"the choice of column {name} is called {local.ValueOf("Name")}",
                $"Call it {table.LogicalName}_{name}");
        }
    }

    private static IEnumerable<Finding> CheckMoney(TableModel table, string name, XElement column)
    {
        if (column.Element("CalculationOf") is null
            && !table.Columns.Values.Any(other => other.TextOf("CalculationOf").ToLowerInvariant() == name))
        {
            yield return SolutionModel.At(
                column, $"money column {name} has no _Base column", "Add it, and TransactionCurrencyId");
        }
    }
}
