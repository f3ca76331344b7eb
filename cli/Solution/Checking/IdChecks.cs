using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmExtensions.Cli.Solution.Packing;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Every id is computed from a name (see <see cref="ComponentIds"/>), and none is used twice.</summary>
internal static class IdChecks
{
    public static IEnumerable<Finding> Check(SolutionModel model)
    {
        var owners = new Dictionary<string, string>();
        foreach (ExpectedId id in Collect(model))
        {
            Guid expected = model.Ids.Of(id.Kind, id.Name);
            if (SolutionModel.IdOf(id.Actual) != expected.ToString())
            {
                yield return new Finding(
                    SourceFile.Of(id.Element),
                    $"the id of {id.Kind} {id.Name} is {id.Actual}",
                    $"Write {expected}: `crmx solution id {id.Kind} \"{id.Name}\"`");
            }

            string owner = $"{id.Kind} {id.Name}";
            if (!owners.TryAdd(SolutionModel.IdOf(id.Actual), owner))
            {
                yield return new Finding(
                    SourceFile.Of(id.Element),
                    $"{owner} has the id of {owners[SolutionModel.IdOf(id.Actual)]}",
                    "Give one of them another name");
            }
        }
    }

    private static IEnumerable<ExpectedId> Collect(SolutionModel model) =>
        model.Tables.Values.SelectMany(OfTable)
            .Concat(model.Section("Roles").Select(role =>
                new ExpectedId(ComponentKind.Role, role.ValueOf("name"), role.ValueOf("id"), role)))
            .Concat(model.Section("WebResources").Select(resource =>
                new ExpectedId(ComponentKind.WebResource, resource.TextOf("Name"), resource.TextOf("WebResourceId"),
                    resource)))
            .Concat(model.Section("Dashboards").Select(dashboard =>
                new ExpectedId(ComponentKind.Dashboard, FileOf(dashboard), dashboard.TextOf("FormId"), dashboard)));

    private static IEnumerable<ExpectedId> OfTable(TableModel table) =>
        table.Views.Select(view =>
                new ExpectedId(ComponentKind.View, $"{table.SchemaName}/{FileOf(view)}", view.TextOf("savedqueryid"),
                    view))
            .Concat(table.Charts.Select(chart => new ExpectedId(
                ComponentKind.Chart, $"{table.SchemaName}/{FileOf(chart)}", chart.TextOf("savedqueryvisualizationid"),
                chart)))
            .Concat(table.Forms.SelectMany(form => OfForm(table, form)));

    private static IEnumerable<ExpectedId> OfForm(TableModel table, XElement form)
    {
        string name = $"{table.SchemaName}/{form.Parent.ValueOf("type")}/{FileOf(form)}";
        yield return new ExpectedId(ComponentKind.Form, name, form.TextOf("formid"), form);
        foreach (XElement library in form.Descendants("Library"))
        {
            yield return new ExpectedId(
                ComponentKind.Library, $"{name}/{library.ValueOf("name")}", library.ValueOf("libraryUniqueId"),
                library);
        }

        foreach (XElement handler in form.Descendants("Handler"))
        {
            string happening = handler.Ancestors("event").First().ValueOf("name");
            yield return new ExpectedId(
                ComponentKind.Handler,
                $"{name}/{happening}/{handler.ValueOf("functionName")}",
                handler.ValueOf("handlerUniqueId"),
                handler);
        }

        foreach (ExpectedId id in form.Descendants("tab").SelectMany(tab => OfTab(name, tab)))
        {
            yield return id;
        }
    }

    private static IEnumerable<ExpectedId> OfTab(string form, XElement tab)
    {
        string tabName = $"{form}/{tab.ValueOf("name")}";
        yield return new ExpectedId(ComponentKind.Tab, tabName, tab.ValueOf("id"), tab);
        foreach (XElement section in tab.Descendants("section"))
        {
            string sectionName = $"{tabName}/{section.ValueOf("name")}";
            yield return new ExpectedId(ComponentKind.Section, sectionName, section.ValueOf("id"), section);
            foreach (XElement cell in section.Descendants("cell"))
            {
                yield return new ExpectedId(
                    ComponentKind.Cell, $"{sectionName}/{cell.Element("control").ValueOf("id")}", cell.ValueOf("id"),
                    cell);
            }
        }
    }

    private static string FileOf(XElement component)
    {
        string file = System.IO.Path.GetFileNameWithoutExtension(SourceFile.Of(component));
        return file.EndsWith("_managed", StringComparison.Ordinal) ? file[..^"_managed".Length] : file;
    }

    private sealed record ExpectedId(ComponentKind Kind, string Name, string Actual, XElement Element);
}
