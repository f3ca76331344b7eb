using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Http.Api;

/// <summary>A JSON body into a row. Every name must be a property of the table and every value of its type.</summary>
internal sealed class JsonRowReader
{
    private const string Bind = "@odata.bind";

    private readonly CatalogModel _model;
    private readonly RowAddress _addresses;

    public JsonRowReader(CatalogModel model, RowAddress addresses)
    {
        _model = model;
        _addresses = addresses;
    }

    public Entity Read(Table table, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw ApiException.BadBody("The body is not a JSON object.");
        Entity row = new(table.LogicalName);
        foreach (JsonProperty property in body.EnumerateObject())
        {
            if (property.Name.EndsWith(Bind, StringComparison.Ordinal))
            {
                ReadBinding(table, row, property.Name[..^Bind.Length], property.Value);
            }
            else if (!property.Name.Contains('@', StringComparison.Ordinal))
            {
                ReadProperty(table, row, property);
            }
        }

        return row;
    }

    /// <summary>One value of a column, as the SDK types it.</summary>
    public static object? ValueOf(Column column, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null) return null;
        object? value = column.Type switch
        {
            ColumnType.String or ColumnType.Memo or ColumnType.EntityName => Text(json),
            ColumnType.Integer => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out int n) ? n : null,
            ColumnType.BigInt => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out long n) ? n : null,
            ColumnType.Decimal => Number(json),
            ColumnType.Money => Number(json) is decimal amount ? new Money(amount) : null,
            ColumnType.Double => json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out double n) ? n : null,
            ColumnType.Boolean => Flag(json),
            ColumnType.Choice or ColumnType.State or ColumnType.Status =>
                json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out int n) ? new OptionSetValue(n) : null,
            ColumnType.MultiChoice => Choices(json),
            ColumnType.DateTime => Date(json),
            ColumnType.UniqueIdentifier => Guid.TryParse(Text(json), out Guid id) ? id : null,
            ColumnType.Image =>
                Text(json) is not null && json.TryGetBytesFromBase64(out byte[]? bytes) ? bytes : null,
            _ => throw ApiException.NotSupported($"Writing the column '{column.LogicalName}' of type {column.Type}"),
        };
        return value ?? throw ApiException.BadBody(
            $"Cannot convert the value {Shown(json)} of the property '{column.LogicalName}' to {column.Type}.");
    }

    private void ReadProperty(Table table, Entity row, JsonProperty property)
    {
        if (table.Find(property.Name) is Column column)
        {
            if (column.IsLookup && property.Value.ValueKind != JsonValueKind.Null) throw DeepInsert(property.Name);
            object? value = column.IsLookup ? null : ValueOf(column, property.Value);
            if (column.LogicalName == table.PrimaryId && value is Guid id) row.Id = id;
            row[column.LogicalName] = value;
            return;
        }

        if (PropertyNames.Find(table, property.Name) is not null)
        {
            throw ApiException.BadBody("CRM do not support direct update of Entity Reference properties, "
                + $"Use Navigation properties instead. ('{property.Name}')");
        }

        Navigation navigation = _model.Navigations.Find(table, property.Name) ?? throw Unknown(table, property.Name);
        bool isRow = navigation.IsCollection || property.Value.ValueKind != JsonValueKind.Null;
        if (isRow) throw DeepInsert(property.Name);
        row[navigation.Column.LogicalName] = null;
    }

    private void ReadBinding(Table table, Entity row, string name, JsonElement value)
    {
        Navigation? navigation = _model.Navigations.Find(table, name);
        Column? column = navigation is { IsCollection: false } ? navigation.Column
            : table.Find(name) is { IsLookup: true } plain ? plain : null;
        if (navigation is { IsCollection: true }) throw ApiException.NotSupported($"Binding the collection '{name}'");
        if (column is null) throw Unknown(table, name);
        row[column.LogicalName] = value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => _addresses.Read(value.GetString()!),
            _ => throw ApiException.BadBody(
                $"The value of '{name}{Bind}' is the address of a row, such as '/accounts(id)'."),
        };
    }

    private static string? Text(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString() : null;

    private static bool? Flag(JsonElement json) =>
        json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null;

    private static decimal? Number(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out decimal number) ? number : null;

    private static OptionSetValueCollection? Choices(JsonElement json)
    {
        if (Text(json) is not string text) return null;
        OptionSetValueCollection choices = [];
        foreach (string part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            NumberStyles style = NumberStyles.AllowLeadingSign;
            if (!int.TryParse(part, style, CultureInfo.InvariantCulture, out int value)) return null;
            choices.Add(new OptionSetValue(value));
        }

        return choices;
    }

    private static DateTime? Date(JsonElement json) =>
        DateTimeOffset.TryParse(
            Text(json), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time.UtcDateTime
            : null;

    private static string Shown(JsonElement json)
    {
        string raw = json.GetRawText();
        return raw.Length <= 60 ? raw : raw[..60] + "...";
    }

    private static ApiException DeepInsert(string property) =>
        ApiException.NotSupported($"A row inside a row (deep insert, '{property}')");

    private static ApiException Unknown(Table table, string property)
    {
        string type = $"{CatalogModel.Namespace}.{table.LogicalName}";
        return ApiException.BadBody($"Invalid property '{property}' was found in entity '{type}'. ---> The property "
            + $"'{property}' does not exist on type '{type}'. Make sure to only use property names that are defined by "
            + "the type.");
    }
}
