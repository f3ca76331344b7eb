using System;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Http.Pages;

/// <summary>The rows of another table that belong to the row of the form, as the view that the form names.</summary>
internal static class Subgrid
{
    public static bool Is(XElement control) =>
        (string?)control.Attribute("indicationOfSubgrid") == "true"
        || control.Element("parameters")?.Element("TargetEntityType") is not null;

    public static void Write(PageCall call, Markup section, XElement cell, Guid parent)
    {
        XElement? parameters = cell.Element("control")?.Element("parameters");
        Metadata.Relationship? relationship =
            call.Dataverse.Tables.FindRelationship((string?)parameters?.Element("RelationshipName") ?? "");
        Table? table = call.Dataverse.Tables.Find((string?)parameters?.Element("TargetEntityType") ?? "");
        if (relationship is null || table is null) return;
        Guid? wanted = Guid.TryParse((string?)parameters!.Element("ViewId"), out Guid id) ? id : null;
        TableView[] views = TableView.Of(call, table).ToArray();
        TableView view = views.FirstOrDefault(one => one.Id == wanted) ?? views[^1];
        XElement fetch = XElement.Parse(view.FetchPage(1));
        fetch.Element("entity")!.Add(new XElement("filter", new XElement(
            "condition",
            new XAttribute("attribute", relationship.ReferencingColumn),
            new XAttribute("operator", "eq"),
            new XAttribute("value", parent))));
        string text = fetch.ToString(SaveOptions.DisableFormatting);
        EntityCollection rows = call.Service.RetrieveMultiple(new FetchExpression(text));
        string label = call.Label(FormXml.LabelsOf(cell, "labels", "label"), view.Title);
        if (rows.Entities.Count == 0)
        {
            section.Element("p", call.Words["No rows"], "class", "quiet");
            return;
        }

        RowGrid.Write(call, section, view, rows.Entities, label);
    }
}
