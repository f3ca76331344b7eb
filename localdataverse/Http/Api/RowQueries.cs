using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dataverse.Local.Metadata;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Http.Api;

/// <summary>Reads rows for the Web API.</summary>
internal sealed class RowQueries
{
    private const int LargestPage = 5000;

    private readonly ApiCall _call;

    public RowQueries(ApiCall call) => _call = call;

    public ApiAnswer List(Table table, Action<QueryExpression>? narrow = null)
    {
        if (_call.Option("fetchXml") is string fetch) return Fetch(table, fetch);
        ODataUriParser url = _call.Url;
        if (url.ParseSkip() is not null)
        {
            throw ApiException.BadUrl("Skip Clause is not supported in CRM");
        }

        RowShape shape = _call.Queries.Shape(table, url.ParseSelectAndExpand());
        QueryExpression query = _call.Queries.Query(shape, url.ParseFilter(), url.ParseOrderBy());
        narrow?.Invoke(query);
        SkipToken page = SkipToken.Read(_call.Option("$skiptoken"));
        int? top = (int?)url.ParseTop();
        query.PageInfo = new PagingInfo
        {
            Count = Math.Min(top ?? _call.Preferences.MaxPageSize ?? LargestPage, LargestPage),
            PageNumber = page.Page,
            PagingCookie = page.Cookie,
            ReturnTotalRecordCount = url.ParseCount() == true,
        };
        EntityCollection rows = top == 0 ? new EntityCollection() : _call.Service.RetrieveMultiple(query);
        foreach (Expansion expansion in shape.Expansions) expansion.Load(rows.Entities, _call.Service);
        string? next = rows.MoreRecords && top is null
            ? new SkipToken(page.Page + 1, rows.PagingCookie).LinkFor(_call)
            : null;
        return Page(table, shape, rows, next, query.PageInfo.ReturnTotalRecordCount);
    }

    /// <summary>Counts up to 5,000, as the platform does.</summary>
    public ApiAnswer Count(Table table)
    {
        QueryExpression query = new(table.LogicalName) { ColumnSet = new ColumnSet(false) };
        new FilterTranslator(_call.Model, table, query).Filter(_call.Url.ParseFilter());
        query.PageInfo = new PagingInfo { Count = 1, PageNumber = 1, ReturnTotalRecordCount = true };
        int count = _call.Service.RetrieveMultiple(query).TotalRecordCount;
        return ApiAnswer.Text(count.ToString(CultureInfo.InvariantCulture), "text/plain");
    }

    public ApiAnswer One(Table table, EntityReference target)
    {
        RowShape shape = _call.Queries.Shape(table, _call.Url.ParseSelectAndExpand());
        Entity row = Retrieve(target, QueryTranslator.ColumnsOf(shape));
        string etag = JsonRowWriter.EtagOf(row.RowVersion ?? "");
        if (_call.Request.Headers.IfNoneMatch == etag) return ApiAnswer.Empty(304);
        return Represent(table, shape, row, 200);
    }

    /// <summary>The row as it is after a write, for <c>Prefer: return=representation</c>.</summary>
    public ApiAnswer Written(Table table, Guid id, int status)
    {
        RowShape shape = _call.Queries.Shape(table, _call.Url.ParseSelectAndExpand());
        Entity row = Retrieve(new EntityReference(table.LogicalName, id), QueryTranslator.ColumnsOf(shape));
        ApiAnswer answer = Represent(table, shape, row, status);
        answer.Headers["Preference-Applied"] = "return=representation";
        return answer;
    }

    public ApiAnswer Property(Table table, EntityReference target, Column column)
    {
        Entity row = Retrieve(target, new ColumnSet(column.LogicalName));
        object? value = row.GetAttributeValue<object>(column.LogicalName);
        if (value is null) return ApiAnswer.Empty();
        string context = $"{_call.Root}$metadata#{table.EntitySetName}({row.Id})/{PropertyNames.Of(column)}";
        return ApiAnswer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", context);
            json.WritePropertyName("value");
            _call.Writer(json).WriteValue(value, column.DateBehavior == DateBehavior.DateOnly);
            json.WriteEndObject();
        });
    }

    /// <summary>The row that a lookup names, or the rows whose lookup names this one.</summary>
    public ApiAnswer Related(Navigation navigation, EntityReference target)
    {
        ColumnSet columns = navigation.IsCollection
            ? new ColumnSet(false)
            : new ColumnSet(navigation.Column.LogicalName);
        Entity row = Retrieve(target, columns);
        if (navigation.IsCollection)
        {
            return List(navigation.Target, query => Narrow(query, navigation, row.Id));
        }

        EntityReference? lookup = row.GetAttributeValue<EntityReference>(navigation.Column.LogicalName);
        return lookup?.LogicalName == navigation.Target.LogicalName
            ? One(navigation.Target, lookup)
            : ApiAnswer.Empty();
    }

    private static void Narrow(QueryExpression query, Navigation navigation, Guid row)
    {
        if (navigation.IsManyToMany)
        {
            query.AddLink(navigation.Relationship!.IntersectTable, navigation.Target.PrimaryId, navigation.FarColumn)
                .LinkCriteria.AddCondition(navigation.NearColumn, ConditionOperator.Equal, row);
            return;
        }

        query.Criteria.AddCondition(navigation.Column.LogicalName, ConditionOperator.Equal, row);
    }

    private Entity Retrieve(EntityReference target, ColumnSet columns) =>
        ((RetrieveResponse)_call.Service.Execute(new RetrieveRequest { Target = target, ColumnSet = columns })).Entity;

    private ApiAnswer Represent(Table table, RowShape shape, Entity row, int status)
    {
        foreach (Expansion expansion in shape.Expansions) expansion.Load([row], _call.Service);
        string context = $"{ContextOf(table, shape)}/$entity";
        return Noted(ApiAnswer.Json(json => _call.Writer(json).Write(shape, row, context), status));
    }

    private ApiAnswer Page(Table table, RowShape shape, EntityCollection rows, string? next, bool counts) =>
        Noted(ApiAnswer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", ContextOf(table, shape));
            if (counts) json.WriteNumber("@odata.count", rows.TotalRecordCount);
            json.WriteStartArray("value");
            JsonRowWriter writer = _call.Writer(json);
            foreach (Entity row in rows.Entities) writer.Write(shape, row);
            json.WriteEndArray();
            if (next is not null) json.WriteString("@odata.nextLink", next);
            json.WriteEndObject();
        }));

    private ApiAnswer Fetch(Table table, string fetchXml)
    {
        EntityCollection rows = _call.Service.RetrieveMultiple(new FetchExpression(fetchXml));
        if (rows.EntityName is { Length: > 0 } name && name != table.LogicalName)
        {
            throw ApiException.BadUrl($"The FetchXML reads '{name}', the address names '{table.EntitySetName}'.");
        }

        return Noted(ApiAnswer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", $"{_call.Root}$metadata#{table.EntitySetName}");
            if (rows.MoreRecords && rows.PagingCookie is { Length: > 0 } cookie)
            {
                SkipToken next = new(PageOf(fetchXml) + 1, cookie);
                json.WriteString("@Microsoft.Dynamics.CRM.fetchxmlpagingcookie", next.ToString());
            }

            if (_call.Preferences.Includes("Microsoft.Dynamics.CRM.morerecords"))
            {
                json.WriteBoolean("@Microsoft.Dynamics.CRM.morerecords", rows.MoreRecords);
            }

            json.WriteStartArray("value");
            JsonRowWriter writer = _call.Writer(json);
            foreach (Entity row in rows.Entities) writer.WriteFetched(table, row);
            json.WriteEndArray();
            json.WriteEndObject();
        }));
    }

    /// <summary>The engine has read the text before: it is well-formed.</summary>
    private static int PageOf(string fetchXml) => (int?)Query.FetchDocument.Parse(fetchXml).Attribute("page") ?? 1;

    private string ContextOf(Table table, RowShape shape)
    {
        IEnumerable<string> names = shape.Selected.Concat(
            shape.Expansions.Select(one => $"{one.Navigation.Name}({string.Join(',', one.Shape.Selected)})"));
        string list = string.Join(',', names);
        return $"{_call.Root}$metadata#{table.EntitySetName}{(list.Length == 0 ? "" : $"({list})")}";
    }

    private ApiAnswer Noted(ApiAnswer answer)
    {
        string? asked = _call.Request.Headers["Prefer"];
        if (!string.IsNullOrEmpty(asked)) answer.Headers["Preference-Applied"] = asked;
        return answer;
    }
}
