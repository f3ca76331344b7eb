using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Http.Api;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Http.Pages;

/// <summary>One row on the main form of its table, with the form's own scripts.</summary>
internal sealed class FormPage
{
    private readonly PageCall _call;
    private readonly Table _table;
    private readonly Entity? _row;
    private readonly FormXml _form;
    private readonly List<FormField> _fields = [];

    private FormPage(PageCall call, Table table, Entity? row)
    {
        _call = call;
        _table = table;
        _row = row;
        _form = FormXml.Of(call, table, call.Id("formid"));
    }

    /// <summary>Without an id, the form of a new row.</summary>
    public static string Write(PageCall call, Table table)
    {
        Entity? row = call.Id("id") is Guid id
            ? call.Service.Retrieve(table.LogicalName, id, new ColumnSet(true))
            : null;
        return new FormPage(call, table, row).Write();
    }

    private string Write()
    {
        string singular = _call.Label(_table.Labels, _table.LogicalName);
        string title = _row is null ? $"{_call.Words["New"]}: {singular}" : _call.NameOf(_table, _row);
        return PageFrame.Write(_call, title, main =>
        {
            main.Element("p", trail =>
            {
                trail.Element("a", _call.PluralOf(_table), "href", _call.LinkToList(_table.LogicalName));
                if (_form.Title is string name) trail.Text(" · " + name);
            }, "class", "quiet");
            main.Element("h1", title, "id", "title");
            main.Element("div", "", "id", "notifications", "role", "status", "aria-live", "polite");
            main.Element("form", form =>
            {
                WriteTabs(form);
                form.Element("div", bar =>
                {
                    bar.Element("button", _call.Words["Save"], "type", "submit", "id", "save");
                    bar.Element("span", "", "id", "state", "role", "status");
                }, "class", "bar");
            }, "id", "form", "autocomplete", "off", "novalidate", "");
            main.Data("page-data", new FormData(_call, _table, _row, _form, _fields).Write());
        }, WriteScripts);
    }

    private void WriteScripts(Markup head)
    {
        head.Element("script", "", "src", "/assets/xrm.js", "defer", "");
        head.Element("script", "", "src", "/assets/form-frames.js", "defer", "");
        head.Element("script", "", "src", "/assets/form-model.js", "defer", "");
        foreach (string library in _form.Libraries)
        {
            head.Element("script", "", "src", "/WebResources/" + library, "defer", "");
        }

        head.Element("script", "", "src", "/assets/form.js", "defer", "");
    }

    private void WriteTabs(Markup form)
    {
        if (!_form.Tabs.Any())
        {
            form.Element("section", section =>
            {
                section.Element("h2", _call.Words["All columns"]);
                foreach (Column column in _table.OrderedColumns.Where(PropertyNames.IsShown))
                {
                    WriteField(section, column, null);
                }

            });
            return;
        }

        foreach (XElement tab in _form.Tabs)
        {
            bool isHidden = (string?)tab.Attribute("visible") == "false";
            form.Element("section", part =>
            {
                part.Element("h2", _call.Label(FormXml.LabelsOf(tab, "labels", "label"), ""));
                part.Element("div", columns =>
                {
                    foreach (XElement one in tab.Elements("columns").Elements("column")) WriteColumn(columns, one);
                }, "class", "columns");
            }, "data-tab", (string?)tab.Attribute("name") ?? "", "hidden", isHidden ? "" : null);
        }
    }

    private void WriteColumn(Markup columns, XElement column) => columns.Element("div", side =>
    {
        foreach (XElement section in column.Elements("sections").Elements("section"))
        {
            side.Element("fieldset", part =>
            {
                if ((string?)section.Attribute("showlabel") != "false")
                {
                    part.Element("legend", _call.Label(FormXml.LabelsOf(section, "labels", "label"), ""));
                }

                IEnumerable<XElement> rows = section.Elements("rows").Elements("row");
                foreach (XElement cell in rows.Elements("cell")) WriteCell(part, cell);
            }, "data-section", (string?)section.Attribute("name") ?? "");
        }
    });

    private void WriteCell(Markup section, XElement cell)
    {
        if (cell.Element("control") is not XElement control) return;
        if (Subgrid.Is(control))
        {
            if (_row is not null) Subgrid.Write(_call, section, cell, _row.Id);
            return;
        }

        if (WebResourceControl.Is(control))
        {
            new WebResourceControl(_call, cell).Write(section, _table, _row);
            return;
        }

        string? name = (string?)control.Attribute("datafieldname");
        if (name is not null && _table.Find(name) is Column column) WriteField(section, column, cell);
        else section.Element("p", $"{(string?)control.Attribute("id")}: ?", "class", "quiet");
    }

    private void WriteField(Markup section, Column column, XElement? cell)
    {
        FormField field = new(_call, column, cell, isNew: _row is null);
        if (_fields.Any(known => known.Column == column)) return;
        _fields.Add(field);
        field.Write(_call, _table, section, _row);
    }
}
