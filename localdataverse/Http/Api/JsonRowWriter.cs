using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Http.Api;

/// <summary>Rows as the Web API writes them.</summary>
internal sealed class JsonRowWriter
{
    private const string Formatted = "OData.Community.Display.V1.FormattedValue";
    private const string LookupTable = "Microsoft.Dynamics.CRM.lookuplogicalname";
    private const string LookupNavigation = "Microsoft.Dynamics.CRM.associatednavigationproperty";

    private readonly Utf8JsonWriter _json;
    private readonly CatalogModel _model;
    private readonly Preferences _preferences;
    private readonly Uri _root;

    public JsonRowWriter(Utf8JsonWriter json, CatalogModel model, Preferences preferences, Uri root)
    {
        _json = json;
        _model = model;
        _preferences = preferences;
        _root = root;
    }

    /// <param name="context">Address of the metadata; only the outermost object has one.</param>
    public void Write(RowShape shape, Entity row, string? context = null)
    {
        _json.WriteStartObject();
        if (context is not null) _json.WriteString("@odata.context", context);
        if (row.RowVersion is { Length: > 0 } version) _json.WriteString("@odata.etag", EtagOf(version));
        foreach (Column column in shape.Columns)
        {
            object? value = column.LogicalName == shape.Table.PrimaryId ? row.Id
                : row.Attributes.TryGetValue(column.LogicalName, out object? given) ? given : null;
            WriteColumn(shape.Table, column, value, row);
        }

        foreach (Expansion expansion in shape.Expansions) WriteExpansion(expansion, row);
        _json.WriteEndObject();
    }

    /// <summary>A row of FetchXML: what the query names, columns of links as <c>alias.column</c>.</summary>
    public void WriteFetched(Table table, Entity row)
    {
        _json.WriteStartObject();
        if (row.RowVersion is { Length: > 0 } version) _json.WriteString("@odata.etag", EtagOf(version));
        foreach (KeyValuePair<string, object> attribute in row.Attributes)
        {
            if (attribute.Value is AliasedValue aliased) WriteAliased(attribute.Key, aliased, row);
            else if (table.Find(attribute.Key) is Column column) WriteColumn(table, column, attribute.Value, row);
        }

        bool lacksId = row.Id != Guid.Empty && !row.Attributes.ContainsKey(table.PrimaryId);
        if (lacksId) _json.WriteString(table.PrimaryId, row.Id);
        _json.WriteEndObject();
    }

    public static string EtagOf(string version) => $"W/\"{version}\"";

    /// <summary>A value by its SDK type; the column decides about dates only.</summary>
    public void WriteValue(object? value, bool isDateOnly = false)
    {
        switch (value)
        {
            case null: _json.WriteNullValue(); break;
            case string text: _json.WriteStringValue(text); break;
            case Guid id: _json.WriteStringValue(id); break;
            case bool flag: _json.WriteBooleanValue(flag); break;
            case int number: _json.WriteNumberValue(number); break;
            case long number: _json.WriteNumberValue(number); break;
            case decimal number: _json.WriteNumberValue(number); break;
            case double number: _json.WriteNumberValue(number); break;
            case Money money: _json.WriteNumberValue(money.Value); break;
            case OptionSetValue choice: _json.WriteNumberValue(choice.Value); break;
            case EntityReference lookup: _json.WriteStringValue(lookup.Id); break;
            case byte[] bytes: _json.WriteBase64StringValue(bytes); break;
            case BooleanManagedProperty property: _json.WriteBooleanValue(property.Value); break;
            case OptionSetValueCollection choices:
                _json.WriteStringValue(string.Join(',', choices.Select(choice => choice.Value)));
                break;
            case DateTime time:
                string format = isDateOnly ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'";
                _json.WriteStringValue(time.ToString(format, CultureInfo.InvariantCulture));
                break;
            default:
                throw ApiException.NotSupported($"A value of type {value.GetType().Name}");
        }
    }

    private void WriteColumn(Table table, Column column, object? value, Entity row)
    {
        string name = PropertyNames.Of(column);
        if (value is EntityReference lookup) WriteLookupAnnotations(table, column, name, lookup);
        else if (value is not null && row.FormattedValues.TryGetValue(column.LogicalName, out string? formatted))
        {
            Annotate(name, Formatted, formatted);
        }

        _json.WritePropertyName(name);
        WriteValue(value, column.DateBehavior == DateBehavior.DateOnly);
    }

    private void WriteLookupAnnotations(Table table, Column column, string name, EntityReference lookup)
    {
        if (lookup.Name is not null) Annotate(name, Formatted, lookup.Name);
        if (_model.Navigations.OfLookup(table, column, lookup.LogicalName) is Navigation navigation)
        {
            Annotate(name, LookupNavigation, navigation.Name);
        }

        Annotate(name, LookupTable, lookup.LogicalName);
    }

    private void WriteAliased(string name, AliasedValue aliased, Entity row)
    {
        if (aliased.Value is EntityReference lookup)
        {
            if (lookup.Name is not null) Annotate(name, Formatted, lookup.Name);
            Annotate(name, LookupTable, lookup.LogicalName);
        }
        else if (row.FormattedValues.TryGetValue(name, out string? formatted))
        {
            Annotate(name, Formatted, formatted);
        }

        _json.WritePropertyName(name);
        WriteValue(aliased.Value);
    }

    private void WriteExpansion(Expansion expansion, Entity row)
    {
        Navigation navigation = expansion.Navigation;
        IReadOnlyList<Entity> related = expansion.RowsOf(row);
        _json.WritePropertyName(navigation.Name);
        if (navigation.IsCollection)
        {
            _json.WriteStartArray();
            foreach (Entity one in related) Write(expansion.Shape, one);
            _json.WriteEndArray();
            string select = string.Join(',', expansion.Shape.Selected);
            string query = select.Length == 0 ? "" : $"?$select={select}";
            string set = navigation.Source.EntitySetName;
            _json.WriteString($"{navigation.Name}@odata.nextLink", $"{_root}{set}({row.Id})/{navigation.Name}{query}");
        }
        else if (related.Count == 0)
        {
            _json.WriteNullValue();
        }
        else
        {
            Write(expansion.Shape, related[0]);
        }
    }

    private void Annotate(string property, string annotation, string value)
    {
        if (_preferences.Includes(annotation)) _json.WriteString($"{property}@{annotation}", value);
    }
}
