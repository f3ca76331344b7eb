using System;
using System.Linq;
using System.ServiceModel;
using System.Xml.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
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
        TableView view = ViewOf(call, table, (string?)parameters!.Element("ViewId"));
        string label = call.Label(FormXml.LabelsOf(cell, "labels", "label"), view.Title);
        section.Element(
            "div",
            grid => WriteRows(call, grid, view, FetchOf(view, relationship, parent), label),
            "data-grid", (string?)cell.Element("control")!.Attribute("id") ?? "", "data-label", label);
    }

    private static TableView ViewOf(PageCall call, Table table, string? id)
    {
        TableView? named = Guid.TryParse(id, out Guid known) ? TableView.Find(call, table, known) : null;
        return named ?? TableView.Plain(call, table);
    }

    private static FetchExpression FetchOf(TableView view, Metadata.Relationship relationship, Guid parent)
    {
        XElement fetch = XElement.Parse(view.FetchPage(1));
        fetch.Element("entity")!.Add(new XElement("filter", new XElement(
            "condition",
            new XAttribute("attribute", relationship.ReferencingColumn),
            new XAttribute("operator", "eq"),
            new XAttribute("value", parent))));
        return new FetchExpression(fetch.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>A list that the user may not read says so in its place; the rest of the form is there.</summary>
    private static void WriteRows(PageCall call, Markup grid, TableView view, FetchExpression fetch, string label)
    {
        DataCollection<Entity> rows;
        try
        {
            rows = call.Service.RetrieveMultiple(fetch).Entities;
        }
        catch (FaultException<OrganizationServiceFault> denied)
            when (denied.Detail.ErrorCode == ErrorCodes.PrivilegeDenied)
        {
            grid.Element("p", denied.Detail.Message, "class", "quiet");
            return;
        }

        if (rows.Count == 0) grid.Element("p", call.Words["No rows"], "class", "quiet");
        else RowGrid.Write(call, grid, view, rows, label);
    }
}
