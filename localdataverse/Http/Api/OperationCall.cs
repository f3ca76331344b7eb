using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Http.Api;

/// <summary>Actions (POST) and functions (GET): WhoAmI, RetrieveVersion, privileges, every custom API.</summary>
internal sealed class OperationCall
{
    private readonly ApiCall _call;
    private readonly LocalDataverse _dataverse;

    public OperationCall(ApiCall call, LocalDataverse dataverse)
    {
        _call = call;
        _dataverse = dataverse;
    }

    /// <param name="target">The row of a bound operation.</param>
    public ApiAnswer Answer(string name, IEnumerable<OperationSegmentParameter> parameters, EntityReference? target)
    {
        CustomApi? api = PlatformActions.Find(_dataverse, name);
        bool isFunction = api?.IsFunction ?? true;
        if (_call.Method != (isFunction ? "GET" : "POST")) throw _call.NotAllowed();
        if (name == PrivilegeFunction.Name) return PrivilegeFunction.Answer(_call, target!, parameters, Constant);
        if (api is null) return Result(name, Built(name));
        OrganizationRequest request = new(api.UniqueName);
        bool runsWorkflow = api.UniqueName == PlatformActions.ExecuteWorkflow && target is not null;
        if (runsWorkflow) request["WorkflowId"] = target!.Id;
        else if (target is not null) request["Target"] = target;
        if (isFunction) ReadUrl(api, request, parameters);
        else ReadBody(api, request, _call.Json());
        OrganizationResponse response = _call.Service.Execute(request);
        if (runsWorkflow) return JobOf(response);
        return api.Results.Count == 0 ? ApiAnswer.Empty() : Result(name, response);
    }

    /// <summary>The system job of a background workflow; a real-time one has none.</summary>
    private ApiAnswer JobOf(OrganizationResponse response) => response.Results["Id"] is Guid id && id != Guid.Empty
        ? new RowQueries(_call).Written(_dataverse.Tables.Get("asyncoperation"), id, 200)
        : ApiAnswer.Empty();

    private OrganizationResponse Built(string name) => name switch
    {
        "WhoAmI" => _call.Service.Execute(new WhoAmIRequest()),
        "RetrieveVersion" => _call.Service.Execute(new RetrieveVersionRequest()),
        _ => throw ApiException.NotSupported($"The function '{name}'"),
    };

    private void ReadUrl(CustomApi api, OrganizationRequest request, IEnumerable<OperationSegmentParameter> given)
    {
        foreach (OperationSegmentParameter one in given)
        {
            CustomApiParameter? parameter = api.Parameters.FirstOrDefault(known => known.UniqueName == one.Name);
            if (parameter is not null) request[one.Name] = FromUrl(parameter, Constant(one.Value));
        }
    }

    private object? Constant(object? node) => node switch
    {
        ConvertNode convert => Constant(convert.Source),
        ParameterAliasNode alias => Constant(_call.Url.ParameterAliasNodes[alias.Alias]),
        ConstantNode constant => constant.Value,
        _ => throw ApiException.NotSupported("A parameter in the URL that is no simple value"),
    };

    private static object? FromUrl(CustomApiParameter parameter, object? value) => (parameter.Type, value) switch
    {
        (_, null) => null,
        (CustomApiParameterType.DateTime, DateTimeOffset time) => time.UtcDateTime,
        (CustomApiParameterType.Money, decimal amount) => new Money(amount),
        (CustomApiParameterType.Picklist, int choice) => new OptionSetValue(choice),
        (CustomApiParameterType.Entity or CustomApiParameterType.EntityCollection
            or CustomApiParameterType.EntityReference or CustomApiParameterType.StringArray, _) =>
            throw ApiException.NotSupported(
                $"The parameter '{parameter.UniqueName}' of type {parameter.Type} in the URL"),
        _ => value,
    };

    private void ReadBody(CustomApi api, OrganizationRequest request, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw ApiException.BadBody("The body is not a JSON object.");
        foreach (JsonProperty given in body.EnumerateObject())
        {
            if (given.Name.Contains('@', StringComparison.Ordinal)) continue;
            if (api.UniqueName == PlatformActions.BulkDelete && BulkDeleteBody.Reads(given.Name))
            {
                request[given.Name] = BulkDeleteBody.Read(given.Name, given.Value, _call.Addresses);
                continue;
            }

            CustomApiParameter parameter = api.Parameters.FirstOrDefault(known => known.UniqueName == given.Name)
                ?? throw ApiException.BadBody($"The parameter '{given.Name}' in the request payload is not a valid "
                    + $"parameter for the operation '{api.UniqueName}'.");
            if (given.Value.ValueKind == JsonValueKind.Null) continue;
            request[given.Name] = FromJson(parameter, given.Value);
        }
    }

    private object FromJson(CustomApiParameter parameter, JsonElement json)
    {
        bool isNumber = json.ValueKind == JsonValueKind.Number;
        bool isText = json.ValueKind == JsonValueKind.String;
        object? value = parameter.Type switch
        {
            CustomApiParameterType.Boolean =>
                json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null,
            CustomApiParameterType.DateTime =>
                isText && json.TryGetDateTimeOffset(out DateTimeOffset time) ? time.UtcDateTime : null,
            CustomApiParameterType.Decimal => isNumber && json.TryGetDecimal(out decimal n) ? n : null,
            CustomApiParameterType.Money => isNumber && json.TryGetDecimal(out decimal n) ? new Money(n) : null,
            CustomApiParameterType.Float => isNumber && json.TryGetDouble(out double n) ? n : null,
            CustomApiParameterType.Integer => isNumber && json.TryGetInt32(out int n) ? n : null,
            CustomApiParameterType.Picklist => isNumber && json.TryGetInt32(out int n) ? new OptionSetValue(n) : null,
            CustomApiParameterType.String => isText ? json.GetString() : null,
            CustomApiParameterType.Guid => isText && json.TryGetGuid(out Guid id) ? id : null,
            CustomApiParameterType.StringArray => Texts(json),
            CustomApiParameterType.EntityReference => Reference(parameter, json),
            CustomApiParameterType.Entity => Row(parameter, json),
            CustomApiParameterType.EntityCollection => Rows(parameter, json),
            _ => null,
        };
        return value ?? throw ApiException.BadBody(
            $"The parameter '{parameter.UniqueName}' is {parameter.Type}; {json.ValueKind} does not fit.");
    }

    private static string[]? Texts(JsonElement json) => json.ValueKind == JsonValueKind.Array
        ? json.EnumerateArray().Select(one => one.GetString() ?? "").ToArray()
        : null;

    private EntityReference Reference(CustomApiParameter parameter, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("@odata.id", out JsonElement address))
        {
            return _call.Addresses.Read(address.GetString() ?? "");
        }

        Entity row = Row(parameter, json);
        if (row.Id != Guid.Empty) return row.ToEntityReference();
        Table table = _dataverse.Tables.Get(row.LogicalName);
        throw ApiException.BadBody(
            $"The parameter '{parameter.UniqueName}' names no row: '{table.PrimaryId}' is missing.");
    }

    private Entity Row(CustomApiParameter parameter, JsonElement json) =>
        _call.Rows.Read(TableOf(parameter, json), json);

    private EntityCollection Rows(CustomApiParameter parameter, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            throw ApiException.BadBody($"'{parameter.UniqueName}' is an array of rows.");
        }

        return new EntityCollection(json.EnumerateArray().Select(one => Row(parameter, one)).ToList());
    }

    /// <summary>From <c>@odata.type</c>, or as declared.</summary>
    private Table TableOf(CustomApiParameter parameter, JsonElement json)
    {
        string? name = parameter.Table;
        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("@odata.type", out JsonElement type))
        {
            name = type.GetString()?.TrimStart('#').Split('.')[^1];
        }

        return _dataverse.Tables.Get(name ?? throw ApiException.BadBody(
            $"The parameter '{parameter.UniqueName}' may be a row of any table: add \"@odata.type\"."));
    }

    private ApiAnswer Result(string name, OrganizationResponse response) => ApiAnswer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("@odata.context", $"{_call.Root}$metadata#{CatalogModel.Namespace}.{name}Response");
        foreach (KeyValuePair<string, object> result in response.Results)
        {
            json.WritePropertyName(result.Key);
            WriteResult(json, result.Value);
        }

        json.WriteEndObject();
    });

    private void WriteResult(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case EntityReference reference:
                json.WriteStartObject();
                json.WriteString("@odata.type", $"#{CatalogModel.Namespace}.{reference.LogicalName}");
                json.WriteString(_dataverse.Tables.Get(reference.LogicalName).PrimaryId, reference.Id);
                json.WriteEndObject();
                break;
            case Entity row:
                _call.Writer(json).WriteFetched(_dataverse.Tables.Get(row.LogicalName), row);
                break;
            case EntityCollection rows:
                json.WriteStartArray();
                foreach (Entity row in rows.Entities) WriteResult(json, row);
                json.WriteEndArray();
                break;
            case string[] texts:
                json.WriteStartArray();
                foreach (string text in texts) json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            default:
                _call.Writer(json).WriteValue(value);
                break;
        }
    }
}
