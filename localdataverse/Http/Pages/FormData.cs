using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Dataverse.Local.Http.Api;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Http.Pages;

/// <summary>What the scripts of a form page are told: the row, the columns, the handlers, the texts.</summary>
internal sealed class FormData
{
    private const int CreateForm = 1;
    private const int UpdateForm = 2;

    private readonly PageCall _call;
    private readonly Table _table;
    private readonly Entity? _row;
    private readonly FormXml _form;
    private readonly IReadOnlyList<FormField> _fields;

    public FormData(PageCall call, Table table, Entity? row, FormXml form, IReadOnlyList<FormField> fields)
    {
        _call = call;
        _table = table;
        _row = row;
        _form = form;
        _fields = fields;
    }

    public string Write() => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["table"] = _table.LogicalName,
        ["primaryName"] = _table.PrimaryName,
        ["id"] = _row?.Id,
        ["formType"] = _row is null ? CreateForm : UpdateForm,
        ["language"] = _call.Language,
        ["locale"] = CultureInfo.GetCultureInfo(_call.Language).Name,
        ["userId"] = _call.UserId,
        ["userName"] = _call.UserName(),
        ["caller"] = _call.Caller,
        ["organizationId"] = _call.Dataverse.OrganizationId,
        ["organizationName"] = _call.Dataverse.Engine.Options.OrganizationName,
        ["columns"] = _fields.ToDictionary(field => field.Column.LogicalName, DescribeColumn),
        ["tabs"] = _form.Tabs.Select(DescribeTab).ToArray(),
        ["handlers"] = Handlers().ToArray(),
        ["resources"] = Resources(),
        ["tables"] = _call.Dataverse.Tables.Tables.ToDictionary(
            table => table.LogicalName,
            table => new { set = table.EntitySetName, id = table.PrimaryId }),
        ["words"] = new { saved = _call.Words["Saved"] },
    });

    private object DescribeColumn(FormField field)
    {
        Column column = field.Column;
        NavigationIndex navigations = new(_call.Dataverse.Tables);
        return new
        {
            kind = field.Kind,
            label = field.Label,
            property = PropertyNames.Of(column),
            required = column.RequiredLevel is RequiredLevel.Application or RequiredLevel.System ? "required" : "none",
            editable = field.IsEditable,
            dateOnly = column.IsDateOnlyFormat || column.DateBehavior == DateBehavior.DateOnly,
            dateBehavior = column.DateBehavior.ToString(),
            decimals = column.Type is ColumnType.Integer or ColumnType.BigInt ? 0 : column.Precision,
            maxLength = column.MaxLength,
            min = column.MinValue,
            max = column.MaxValue,
            options = column.Choices?.Options
                .Select(choice => new { value = choice.Value, text = _call.Label(choice.Labels, "") }).ToArray(),
            navigation = column.IsLookup
                ? column.Targets.ToDictionary(
                    target => target, target => navigations.OfLookup(_table, column, target)?.Name)
                : null,
            value = _row is null ? DefaultOf(column) : ValueOf(column),
        };
    }

    private object? ValueOf(Column column)
    {
        object? value = column.LogicalName == _table.PrimaryId
            ? _row!.Id
            : _row!.GetAttributeValue<object>(column.LogicalName);
        return value switch
        {
            null => null,
            EntityReference lookup =>
                new[] { new { id = lookup.Id, name = lookup.Name ?? "", entityType = lookup.LogicalName } },
            Money money => money.Value,
            OptionSetValue choice => choice.Value,
            OptionSetValueCollection choices => choices.Select(choice => choice.Value).ToArray(),
            DateTime time => column.DateBehavior == DateBehavior.DateOnly
                ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            byte[] => null,
            _ => value,
        };
    }

    private static object? DefaultOf(Column column) => column.DefaultValue is bool or int ? column.DefaultValue : null;

    private object DescribeTab(XElement tab) => new
    {
        name = (string?)tab.Attribute("name"),
        label = _call.Label(FormXml.LabelsOf(tab, "labels", "label"), ""),
        sections = tab.Descendants("section").Select(section => new
        {
            name = (string?)section.Attribute("name"),
            label = _call.Label(FormXml.LabelsOf(section, "labels", "label"), ""),
        }).ToArray(),
    };

    private IEnumerable<object> Handlers() =>
        from one in _form.Events
        from handler in one.Elements("Handlers").Elements("Handler")
        where (string?)handler.Attribute("enabled") != "false"
        select new
        {
            @event = (string?)one.Attribute("name"),
            attribute = (string?)one.Attribute("attribute"),
            function = (string?)handler.Attribute("functionName"),
            library = (string?)handler.Attribute("libraryName"),
            parameters = (string?)handler.Attribute("parameters") ?? "",
            passContext = (string?)handler.Attribute("passExecutionContext") == "true",
        };

    /// <summary>By name without language and ending, in the reader's language, else in English.</summary>
    private Dictionary<string, Dictionary<string, string>> Resources()
    {
        Dictionary<string, Dictionary<string, string>> resources = new(StringComparer.Ordinal);
        foreach (int language in (int[])[LocalizedText.English, _call.Language])
        {
            string ending = string.Create(CultureInfo.InvariantCulture, $".{language}.resx");
            foreach (SolutionPart part in _call.Dataverse.SolutionParts.Where(part => part.Kind == "WebResource"))
            {
                if (part.Content is null || !part.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) continue;
                resources[part.Name[..^ending.Length]] = Texts(part.Content);
            }
        }

        return resources;
    }

    private static Dictionary<string, string> Texts(byte[] resx)
    {
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using XmlReader reader = XmlReader.Create(new StreamReader(new MemoryStream(resx), Encoding.UTF8), settings);
        return XElement.Load(reader).Elements("data").ToDictionary(
            text => (string?)text.Attribute("name") ?? "",
            text => (string?)text.Element("value") ?? "");
    }
}
