using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Http.Api;

/// <summary>Writes rows for the Web API.</summary>
internal sealed class RowWrites
{
    private readonly ApiCall _call;

    public RowWrites(ApiCall call) => _call = call;

    public ApiAnswer Create(Table table)
    {
        Guid id = _call.Service.Create(_call.Rows.Read(table, _call.Json()));
        return Done(table, id, createdNow: true);
    }

    /// <summary>
    /// Updates the row or creates it. <c>If-Match: *</c> only updates, with an etag only that version;
    /// <c>If-None-Match: *</c> only creates.
    /// </summary>
    public ApiAnswer Update(Table table, EntityReference target)
    {
        Entity row = _call.Rows.Read(table, _call.Json());
        row.Id = target.Id;
        row.KeyAttributes = target.KeyAttributes;
        string? match = _call.Request.Headers.IfMatch;
        if (!string.IsNullOrEmpty(match))
        {
            _call.Service.Execute(UpdateOf(row, match));
            return Done(table, IdOf(target), createdNow: false);
        }

        if (_call.Request.Headers.IfNoneMatch == "*" && IsThere(table, target))
        {
            const string Exists = "A record with matching key values already exists.";
            throw new ApiException(412, ErrorCodes.DuplicateRecord, Exists);
        }

        UpsertResponse response = (UpsertResponse)_call.Service.Execute(new UpsertRequest { Target = row });
        return Done(table, response.Target.Id, response.RecordCreated);
    }

    public ApiAnswer Delete(EntityReference target)
    {
        DeleteRequest request = new() { Target = target };
        if (VersionOf(_call.Request.Headers.IfMatch) is string version)
        {
            target.RowVersion = version;
            request.ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches;
        }

        _call.Service.Execute(request);
        return ApiAnswer.Empty();
    }

    public ApiAnswer PutProperty(Table table, EntityReference target, Column column)
    {
        if (!_call.Json().TryGetProperty("value", out JsonElement value))
        {
            throw ApiException.BadBody("The body of a PUT of a property is {\"value\": ...}.");
        }

        Entity row = RowOf(target);
        row[column.LogicalName] = JsonRowReader.ValueOf(column, value);
        _call.Service.Update(row);
        return ApiAnswer.Empty();
    }

    public ApiAnswer ClearProperty(EntityReference target, Column column)
    {
        Entity row = RowOf(target);
        row[column.LogicalName] = null;
        _call.Service.Update(row);
        return ApiAnswer.Empty();
    }

    private static Entity RowOf(EntityReference target) =>
        new(target.LogicalName, target.Id) { KeyAttributes = target.KeyAttributes };

    private static UpdateRequest UpdateOf(Entity row, string match)
    {
        UpdateRequest request = new() { Target = row };
        if (VersionOf(match) is string version)
        {
            row.RowVersion = version;
            request.ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches;
        }

        return request;
    }

    /// <summary>Null for a star, which means any version, and for no header.</summary>
    private static string? VersionOf(string? match)
    {
        if (string.IsNullOrEmpty(match) || match == "*") return null;
        string text = match.StartsWith("W/", StringComparison.Ordinal) ? match[2..] : match;
        text = text.Trim('"');
        return text.Length > 0 && text.All(char.IsAsciiDigit)
            ? text
            : throw ApiException.BadUrl($"If-Match: '{match}' is no etag of a row, such as W/\"123\".");
    }

    private Guid IdOf(EntityReference target)
    {
        if (target.Id != Guid.Empty) return target.Id;
        RetrieveRequest request = new() { Target = target, ColumnSet = new ColumnSet(false) };
        return ((RetrieveResponse)_call.Service.Execute(request)).Entity.Id;
    }

    /// <summary>Asked by a query: a fault would break the change set that the request is part of.</summary>
    private bool IsThere(Table table, EntityReference target)
    {
        QueryExpression query = new(table.LogicalName) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        if (target.KeyAttributes.Count == 0)
        {
            query.Criteria.AddCondition(table.PrimaryId, ConditionOperator.Equal, target.Id);
        }

        foreach (KeyValuePair<string, object> key in target.KeyAttributes)
        {
            query.Criteria.AddCondition(key.Key, ConditionOperator.Equal, key.Value);
        }

        return _call.Service.RetrieveMultiple(query).Entities.Count > 0;
    }

    private ApiAnswer Done(Table table, Guid id, bool createdNow)
    {
        ApiAnswer answer = _call.Preferences.ReturnsRepresentation
            ? new RowQueries(_call).Written(table, id, createdNow ? 201 : 200)
            : ApiAnswer.Empty();
        answer.Headers["OData-EntityId"] = _call.Addresses.Of(table, id);
        if (createdNow) answer.Headers["Location"] = _call.Addresses.Of(table, id);
        return answer;
    }
}
