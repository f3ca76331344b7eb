using System.Xml.Linq;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Http.Pages;

/// <summary>One control of a form that shows a column.</summary>
internal sealed class FormField
{
    public FormField(PageCall call, Column column, XElement? cell, bool isNew)
    {
        Column = column;
        Label = cell is null
            ? call.LabelOf(column)
            : call.Label(FormXml.LabelsOf(cell, "labels", "label"), call.LabelOf(column));
        bool isDisabled = (string?)cell?.Element("control")?.Attribute("disabled") == "true";
        bool isWritable = isNew ? column.ValidForCreate : column.ValidForUpdate;
        IsEditable = isWritable && !isDisabled && IsSimple(column);
        IsHidden = (string?)cell?.Attribute("visible") == "false";
    }

    public Column Column { get; }

    public string Label { get; }

    public bool IsEditable { get; }

    public bool IsHidden { get; }

    /// <summary>Id of the input, and what its label points to.</summary>
    public string ControlId => "field-" + Column.LogicalName;

    /// <summary>Kind of the input; the script of the page knows the same words.</summary>
    public string Kind => Column.Type switch
    {
        ColumnType.Boolean => "boolean",
        ColumnType.Choice or ColumnType.State or ColumnType.Status => "optionset",
        ColumnType.Integer or ColumnType.BigInt => "integer",
        ColumnType.Decimal => "decimal",
        ColumnType.Double => "double",
        ColumnType.Money => "money",
        ColumnType.Memo => "memo",
        ColumnType.DateTime => "datetime",
        ColumnType.MultiChoice => "multiselectoptionset",
        _ when Column.IsLookup => "lookup",
        _ => "string",
    };

    public void Write(PageCall call, Table table, Markup section, Entity? row) => section.Element("div", cell =>
    {
        cell.Element("label", label =>
        {
            label.Text(Label);
            if (Column.RequiredLevel is RequiredLevel.Application or RequiredLevel.System && IsEditable)
            {
                label.Element("span", " *", "title", call.Words["required"], "aria-hidden", "true");
            }
        }, "for", ControlId);
        string shown = row is null ? "" : call.Shown(table, Column, row);
        WriteInput(call, cell, shown);
        if (Column.IsLookup) cell.Element("a", "", "class", "open", "hidden", "", "data-open", Column.LogicalName);
    }, "class", "field", "data-field", Column.LogicalName, "hidden", IsHidden ? "" : null);

    private static bool IsSimple(Column column) => column.Type is ColumnType.String or ColumnType.Memo
        or ColumnType.Integer or ColumnType.BigInt or ColumnType.Decimal or ColumnType.Double or ColumnType.Money
        or ColumnType.Boolean or ColumnType.DateTime or ColumnType.Choice;

    private void WriteInput(PageCall call, Markup cell, string shown)
    {
        string id = ControlId;
        string name = Column.LogicalName;
        string? off = IsEditable ? null : "";
        if (Column.Type == ColumnType.Boolean)
        {
            cell.Void("input", "type", "checkbox", "id", id, "name", name, "disabled", off);
            return;
        }

        if (!IsEditable)
        {
            cell.Void("input", "type", "text", "id", id, "name", name, "readonly", "", "value", shown);
            return;
        }

        switch (Kind)
        {
            case "optionset":
                cell.Element("select", list =>
                {
                    list.Element("option", "", "value", "");
                    foreach (Choice choice in Column.Choices?.Options ?? [])
                    {
                        string value = choice.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
                        list.Element("option", call.Label(choice.Labels, value), "value", value);
                    }
                }, "id", id, "name", name);
                break;
            case "memo":
                cell.Element("textarea", "", "id", id, "name", name, "rows", "4", "maxlength", MaxLength());
                break;
            case "datetime":
                bool isDay = Column.IsDateOnlyFormat || Column.DateBehavior == DateBehavior.DateOnly;
                cell.Void("input", "type", isDay ? "date" : "datetime-local", "id", id, "name", name);
                break;
            case "string":
                cell.Void("input", "type", "text", "id", id, "name", name, "maxlength", MaxLength());
                break;
            default:
                cell.Void("input", "type", "number", "id", id, "name", name, "step", Kind == "integer" ? "1" : "any");
                break;
        }
    }

    private string? MaxLength() => Column.MaxLength?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
