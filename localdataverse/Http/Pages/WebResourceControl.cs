using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Http.Pages;

/// <summary>
/// A control of a form that shows a web resource: an HTML page in a frame, or an image. The page gets its data from the
/// form's scripts (<c>getContentWindow</c>), or in its address when the control says so.
/// </summary>
internal sealed class WebResourceControl
{
    private static readonly Guid ClassId = new("9FDF5F91-88B1-47F4-AD53-C11EFC01A01D");

    private readonly PageCall _call;
    private readonly XElement _cell;
    private readonly XElement _control;

    public WebResourceControl(PageCall call, XElement cell)
    {
        _call = call;
        _cell = cell;
        _control = cell.Element("control")!;
    }

    private string Name => (string?)_control.Attribute("id") ?? "";

    private string Resource
    {
        get
        {
            const string Directive = "$webresource:";
            string url = Parameter("Url") ?? "";
            return url.StartsWith(Directive, StringComparison.Ordinal) ? url[Directive.Length..] : url;
        }
    }

    public static bool Is(XElement control) =>
        Guid.TryParse((string?)control.Attribute("classid"), out Guid id) && id == ClassId;

    /// <param name="row">Null: the row is new, and its frames are told no id.</param>
    public void Write(Markup section, Table table, Entity? row)
    {
        string label = _call.Label(FormXml.LabelsOf(_cell, "labels", "label"), Name);
        SolutionPart? part = _call.Dataverse.SolutionParts
            .FirstOrDefault(one => one.Kind == "WebResource" && one.Name == Resource);
        section.Element("div", box =>
        {
            if ((string?)_cell.Attribute("showlabel") != "false") box.Element("h3", label);
            if (part is null)
            {
                box.Element("p", $"{Name}: {Resource} ?", "class", "quiet");
                return;
            }

            string address = "/WebResources/" + Resource + Query(table, row);
            if (WebResourceType.Of(part).StartsWith("image/", StringComparison.Ordinal))
            {
                box.Void("img", "src", address, "alt", Parameter("AltText") ?? label);
                return;
            }

            box.Element("iframe", "", "title", label, "src", address, "data-control", Name, "data-rows", Rows());
        }, "class", "frame", "hidden", (string?)_cell.Attribute("visible") == "false" ? "" : null);
    }

    /// <summary>The style sheet has heights for these steps, because the pages forbid styles in their markup.</summary>
    private string Rows()
    {
        int rows = (int?)_cell.Attribute("rowspan") ?? 1;
        return Math.Clamp((rows + 3) / 4 * 4, 4, 40).ToString(CultureInfo.InvariantCulture);
    }

    private string Query(Table table, Entity? row)
    {
        List<string> options = [];
        if (Parameter("Data") is { Length: > 0 } data) options.Add("data=" + Uri.EscapeDataString(data));
        if (Parameter("PassParameters") == "true")
        {
            int baseLanguage = _call.Dataverse.Engine.Options.Languages[0];
            if (row is not null) options.Add("id=" + Uri.EscapeDataString(row.Id.ToString("B").ToUpperInvariant()));
            options.Add("typename=" + Uri.EscapeDataString(table.LogicalName));
            options.Add("orgname=" + Uri.EscapeDataString(_call.Dataverse.Engine.Options.OrganizationName));
            options.Add(FormattableString.Invariant($"userlcid={_call.Language}"));
            options.Add(FormattableString.Invariant($"orglcid={baseLanguage}"));
        }

        return options.Count == 0 ? "" : "?" + string.Join('&', options);
    }

    private string? Parameter(string name) => (string?)_control.Element("parameters")?.Element(name);
}
