using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Views: the five that every own table needs, and columns that exist and are fetched.</summary>
internal static class ViewChecks
{
    private const string QuickFind = "4";

    public static IEnumerable<Finding> Check(SolutionModel model) =>
        model.Tables.Values.SelectMany(table => CheckTable(table)
            .Concat(table.Views.SelectMany(view => CheckColumns(model, table, view).Concat(CheckKind(table, view)))));

    private static IEnumerable<Finding> CheckTable(TableModel table)
    {
        if (!table.IsOwnTable)
        {
            yield break;
        }

        HashSet<string> kinds = [.. table.Views.Select(view => view.TextOf("querytype"))];
        string[] needed = ["0 public", "1 advanced find", "2 associated", "4 quick find", "64 lookup"];
        foreach (string kind in needed.Where(kind => !kinds.Contains(kind.Split(' ')[0])))
        {
            yield return SolutionModel.At(table.Element, $"has no view of querytype {kind}", "Add it to SavedQueries");
        }

        int defaults = table.Views.Count(view => view.TextOf("querytype") == "0" && view.TextOf("isdefault") == "1");
        if (defaults != 1)
        {
            yield return SolutionModel.At(
                table.Element, $"has {defaults} default public views", "Set isdefault on one");
        }
    }

    private static IEnumerable<Finding> CheckColumns(SolutionModel model, TableModel table, XElement view)
    {
        XElement? entity = view.Element("fetchxml")?.Element("fetch")?.Element("entity");
        if (entity.ValueOf("name") != table.LogicalName)
        {
            yield return SolutionModel.At(view, $"fetches {entity.ValueOf("name")}", $"Fetch {table.LogicalName}");
            yield break;
        }

        HashSet<string> fetched = [.. entity!.Elements("attribute").Select(column => column.ValueOf("name"))];
        IEnumerable<string> used = fetched
            .Concat(entity.Elements("order").Select(order => order.ValueOf("attribute")))
            .Concat(entity.Elements("filter").Descendants("condition")
                .Where(condition => condition.Attribute("entityname") is null)
                .Select(condition => condition.ValueOf("attribute")));
        foreach (string column in used.Distinct()
            .Where(column => column.Length > 0 && !model.HasColumn(table.LogicalName, column)))
        {
            yield return SolutionModel.At(
                view, $"uses the unknown column {column}", "Write a logical name of the table");
        }

        foreach (XElement cell in view.Descendants("cell").Where(cell =>
            !cell.ValueOf("name").Contains('.') && !fetched.Contains(cell.ValueOf("name"))))
        {
            yield return SolutionModel.At(
                view, $"shows {cell.ValueOf("name")} without fetching it", "Add the attribute to the fetch");
        }

        string id = view.Descendants("row").FirstOrDefault().ValueOf("id");
        if (id != table.LogicalName + "id")
        {
            yield return SolutionModel.At(view, $"names '{id}' as the id of a row", $"Write {table.LogicalName}id");
        }
    }

    private static IEnumerable<Finding> CheckKind(TableModel table, XElement view)
    {
        bool isQuickFind = view.TextOf("querytype") == QuickFind;
        if (isQuickFind != (view.TextOf("isquickfindquery") == "1")
            || isQuickFind != view.Descendants("filter").Any(filter => filter.ValueOf("isquickfindfields") == "1"))
        {
            yield return SolutionModel.At(
                view, "is only half a quick find view",
                "querytype 4, isquickfindquery 1 and isquickfindfields go together");
        }

        if (!table.IsOwnTable && (view.TextOf("isdefault") == "1" || view.TextOf("querytype") != "0"))
        {
            yield return SolutionModel.At(
                view, $"replaces a view of {table.LogicalName}",
                "Add public views with isdefault 0 to a foreign table, nothing else");
        }

        if (view.Descendants("grid").Any(grid => grid.Attribute("object") is not null))
        {
            yield return SolutionModel.At(
                view, "names an object type code", "Remove it: codes of own tables differ everywhere");
        }
    }
}
