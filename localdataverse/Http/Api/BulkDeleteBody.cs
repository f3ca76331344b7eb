using System;
using System.Linq;
using System.Text.Json;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Http.Api;

/// <summary>
/// The parameters of the action BulkDelete that are no plain values: queries as the complex type QueryExpression, and
/// recipients as activity parties.
/// </summary>
internal static class BulkDeleteBody
{
    private const string Queries = "QuerySet";
    private const string User = "partyid_systemuser@odata.bind";

    public static bool Reads(string parameter) => parameter is Queries or "ToRecipients" or "CCRecipients";

    public static object Read(string parameter, JsonElement json, RowAddress addresses)
    {
        if (json.ValueKind != JsonValueKind.Array) throw ApiException.BadBody($"'{parameter}' is an array.");
        return parameter == Queries
            ? json.EnumerateArray().Select(QueryOf).ToArray()
            : json.EnumerateArray().Select(one => UserOf(one, addresses)).ToArray();
    }

    private static Guid UserOf(JsonElement party, RowAddress addresses) =>
        party.ValueKind == JsonValueKind.Object && party.TryGetProperty(User, out JsonElement address)
            ? addresses.Read(address.GetString() ?? "").Id
            : throw ApiException.NotSupported($"A recipient without '{User}'");

    private static QueryExpression QueryOf(JsonElement json)
    {
        QueryExpression query = new() { ColumnSet = new ColumnSet(false) };
        foreach (JsonProperty part in Parts(json, Queries))
        {
            switch (part.Name)
            {
                case "EntityName":
                    query.EntityName = part.Value.GetString();
                    break;
                case "Criteria" when part.Value.ValueKind == JsonValueKind.Object:
                    query.Criteria = FilterOf(part.Value);
                    break;
                case "ColumnSet" or "Distinct" or "NoLock" or "PageInfo":
                    break;
                default:
                    RefuseValue(part, "QueryExpression");
                    break;
            }
        }

        return query;
    }

    private static FilterExpression FilterOf(JsonElement json)
    {
        FilterExpression filter = new(LogicalOperator.And);
        foreach (JsonProperty part in Parts(json, "Criteria"))
        {
            switch (part.Name)
            {
                case "FilterOperator":
                    filter.FilterOperator = Named<LogicalOperator>(part);
                    break;
                case "Conditions" when part.Value.ValueKind == JsonValueKind.Array:
                    foreach (JsonElement one in part.Value.EnumerateArray()) filter.AddCondition(ConditionOf(one));
                    break;
                case "Filters" when part.Value.ValueKind == JsonValueKind.Array:
                    foreach (JsonElement one in part.Value.EnumerateArray()) filter.AddFilter(FilterOf(one));
                    break;
                default:
                    RefuseValue(part, "FilterExpression");
                    break;
            }
        }

        return filter;
    }

    private static ConditionExpression ConditionOf(JsonElement json)
    {
        ConditionExpression condition = new();
        foreach (JsonProperty part in Parts(json, "Conditions"))
        {
            switch (part.Name)
            {
                case "AttributeName":
                    condition.AttributeName = part.Value.GetString();
                    break;
                case "EntityName":
                    condition.EntityName = part.Value.GetString();
                    break;
                case "Operator":
                    condition.Operator = Named<ConditionOperator>(part);
                    break;
                case "Values" when part.Value.ValueKind == JsonValueKind.Array:
                    foreach (JsonElement one in part.Value.EnumerateArray()) condition.Values.Add(ValueOf(one));
                    break;
                default:
                    RefuseValue(part, "ConditionExpression");
                    break;
            }
        }

        return condition;
    }

    /// <summary>The complex type Object: its text gets the column's type when the query is read.</summary>
    private static string ValueOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("Value", out JsonElement value)
            && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw ApiException.BadBody(
                "A value of a condition is {\"Value\": \"text\", \"Type\": \"System.String\"}.");

    private static T Named<T>(JsonProperty property)
        where T : struct, Enum =>
        property.Value.ValueKind == JsonValueKind.String && Enum.TryParse(property.Value.GetString(), out T value)
            && Enum.IsDefined(value)
            ? value
            : throw ApiException.BadBody($"{property.Name}: {property.Value.GetRawText()} is no {typeof(T).Name}.");

    private static JsonElement.ObjectEnumerator Parts(JsonElement json, string what) =>
        json.ValueKind == JsonValueKind.Object
            ? json.EnumerateObject()
            : throw ApiException.BadBody($"An element of '{what}' is an object.");

    /// <summary>What is not read must not say anything.</summary>
    private static void RefuseValue(JsonProperty part, string type)
    {
        bool isEmpty = part.Value.ValueKind is JsonValueKind.Null or JsonValueKind.False
            || (part.Value.ValueKind == JsonValueKind.Array && part.Value.GetArrayLength() == 0)
            || part.Name.StartsWith('@');
        if (!isEmpty) throw ApiException.NotSupported($"The property '{part.Name}' of a {type}");
    }
}
