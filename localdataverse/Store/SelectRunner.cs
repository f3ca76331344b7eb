using System;
using System.Collections.Generic;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Store;

/// <summary>Runs one query: SQL from the translator, rows to entities, then what belongs to a page (more records,
/// cookie, total count).</summary>
internal sealed class SelectRunner
{
    /// <summary>The platform does not count further.</summary>
    private const int LargestTotal = 5000;

    private readonly Session _session;
    private readonly SelectQuery _query;
    private readonly QueryContext _context;

    public SelectRunner(Session session, SelectQuery query, QueryContext context)
    {
        _session = session;
        _query = query;
        _context = context;
    }

    public EntityCollection Run()
    {
        SqlTranslator translator = new(_query, _context, _session.Catalog, _session.Plan);
        SqlText sql = translator.Translate();
        EntityCollection result = new() { EntityName = _query.Root.Table.LogicalName, TotalRecordCount = -1 };
        int wanted = translator.RowsHandedOut;
        ReadRows(translator, sql, result, wanted);
        if (_query.Page is { } page && !_query.IsAggregate)
        {
            if (translator.Cookie is { } cookie && result.Entities.Count > 0)
                result.PagingCookie = cookie.Write(page.Number);
            if (page.CountTotal) Count(translator.TranslateCount(LargestTotal + 1), result);
        }

        return result;
    }

    private void ReadRows(SqlTranslator translator, SqlText sql, EntityCollection result, int wanted)
    {
        Statement statement = Bound(sql);
        long counted = 0;
        try
        {
            RowReader reader = new(_session, _query.Root.Table, translator.Results, _context);
            while (statement.Step())
            {
                if (translator.CountOrdinal >= 0) counted += statement.Long(translator.CountOrdinal);
                if (counted > translator.AggregateLimit) throw QueryFault.TooManyRowsToAggregate();
                if (result.Entities.Count == wanted)
                {
                    result.MoreRecords = _query.Top is null;
                    if (_query.IsAggregate) continue;
                    break;
                }

                translator.Cookie?.See(statement, isFirst: result.Entities.Count == 0);
                result.Entities.Add(reader.Read(statement));
            }
        }
        finally
        {
            statement.Reset();
        }
    }

    private void Count(SqlText sql, EntityCollection result)
    {
        Statement statement = Bound(sql);
        try
        {
            statement.Step();
            long counted = statement.Long(0);
            result.TotalRecordCount = (int)Math.Min(counted, LargestTotal);
            result.TotalRecordCountLimitExceeded = counted > LargestTotal;
        }
        finally
        {
            statement.Reset();
        }
    }

    private Statement Bound(SqlText sql)
    {
        Statement statement = _session.Connection.Prepare(sql.Text);
        IReadOnlyList<object> parameters = sql.Parameters;
        for (int i = 0; i < parameters.Count; i++) statement.BindStored(i + 1, parameters[i]);
        return statement;
    }
}
