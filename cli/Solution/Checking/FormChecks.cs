using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Forms: controls on existing columns, scripts that are in the package, one fallback form a table.</summary>
internal static class FormChecks
{
    public static IEnumerable<Finding> Check(SolutionModel model) =>
        model.Tables.Values.SelectMany(table => CheckTable(table)
            .Concat(table.Forms.SelectMany(form => CheckControls(model, table, form)
                .Concat(CheckScripts(model, form)).Concat(CheckGrids(model, form)))));

    private static IEnumerable<Finding> CheckTable(TableModel table)
    {
        List<XElement> main = [.. table.Forms.Where(form => form.Parent.ValueOf("type") == "main")];
        int fallbacks = main.Count(form => form.Descendants("DisplayConditions")
            .Any(conditions => conditions.ValueOf("FallbackForm") == "true"));
        if (table.IsOwnTable && fallbacks != 1)
        {
            yield return SolutionModel.At(
                table.Element, $"has {fallbacks} fallback forms", "Set FallbackForm on exactly one main form");
        }

        if (!table.IsOwnTable && fallbacks > 0)
        {
            yield return SolutionModel.At(
                main[0], $"makes itself the fallback form of {table.LogicalName}",
                "Leave that to the table's publisher");
        }
    }

    private static IEnumerable<Finding> CheckControls(SolutionModel model, TableModel table, XElement form)
    {
        foreach (XElement control in form.Descendants("control"))
        {
            string column = control.ValueOf("datafieldname").ToLowerInvariant();
            if (column.Length > 0 && !model.HasColumn(table.LogicalName, column))
            {
                yield return SolutionModel.At(
                    control, $"a control shows the missing column {column}", "Add the column, or remove the cell");
            }
        }

        foreach (var twins in form.Descendants("control").GroupBy(control => control.ValueOf("id"))
            .Where(group => group.Count() > 1))
        {
            yield return SolutionModel.At(
                form, $"has {twins.Count()} controls called {twins.Key}", "Give each its own id");
        }
    }

    private static IEnumerable<Finding> CheckScripts(SolutionModel model, XElement form)
    {
        HashSet<string> libraries = [.. form.Descendants("Library").Select(library => library.ValueOf("name"))];
        foreach (string library in libraries
            .Where(library => model.IsOwn(library) && !model.WebResources.ContainsKey(library)))
        {
            yield return SolutionModel.At(form, $"script {library} is not in the solution", "Add the web resource");
        }

        foreach (XElement handler in form.Descendants("Handler"))
        {
            string library = handler.ValueOf("libraryName");
            if (!libraries.Contains(library))
            {
                yield return SolutionModel.At(
                    handler, $"{handler.ValueOf("functionName")} comes from {library}, which is not in formLibraries",
                    "Add the Library");
            }

            if (handler.ValueOf("passExecutionContext") != "true")
            {
                yield return SolutionModel.At(
                    handler, $"{handler.ValueOf("functionName")} gets no execution context",
                    "Set passExecutionContext to true");
            }
        }
    }

    private static IEnumerable<Finding> CheckGrids(SolutionModel model, XElement form)
    {
        foreach (XElement grid in form.Descendants("parameters"))
        {
            string relationship = grid.TextOf("RelationshipName");
            string table = grid.TextOf("TargetEntityType");
            if (model.IsOwn(relationship) && !model.Relationships.ContainsKey(relationship))
            {
                yield return SolutionModel.At(
                    grid, $"sub-grid relationship {relationship} is not in the solution", "Correct its name");
            }

            IEnumerable<string> views = (grid.TextOf("ViewId") + "," + grid.TextOf("ViewIds"))
                .Split([',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(SolutionModel.IdOf).Distinct();
            foreach (string view in views.Where(view => model.IsOwn(table) && !model.ViewIds.Contains(view)))
            {
                yield return SolutionModel.At(
                    grid, $"sub-grid view {view} of {table} is not in the solution", "Correct its id");
            }
        }
    }
}
