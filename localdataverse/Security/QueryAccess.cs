using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Microsoft.Crm.Sdk.Messages;

namespace Dataverse.Local.Security;

/// <summary>
/// Cuts a query down to what its reader may see, in SQL: rows by depth, owner and sharing, secured columns to null.
/// Tables that are readable as a whole add nothing.
/// </summary>
internal sealed class QueryAccess : IReadAccess
{
    private readonly Operation _operation;

    private QueryAccess(Operation operation) => _operation = operation;

    /// <summary>Null: the reader is not limited. Faults when a table of the query must not be read at all.</summary>
    public static QueryAccess? Of(Operation operation, SelectQuery query)
    {
        foreach (PrincipalRights rights in operation.Limits)
        {
            RowAccess rows = new(operation, rights);
            foreach (Source source in AllSources(query.Root))
            {
                rows.DemandPrivilege(source.Table, AccessRights.ReadAccess);
            }
        }

        return operation.Limits.Count == 0 ? null : new QueryAccess(operation);
    }

    /// <summary>The same without a query: only columns are looked at.</summary>
    public static QueryAccess? OfColumns(Operation operation) =>
        operation.Limits.Count == 0 ? null : new QueryAccess(operation);

    public bool Hides(Table table, Column column) => column.IsSecured
        && _operation.Limits.Any(rights => !rights.Columns.CanRead(table.LogicalName, column.LogicalName));

    public string? Test(Table table, string name, SqlWriter sql)
    {
        TableSecurity security = _operation.Engine.Secured.Of(table);
        string? test = null;
        foreach (PrincipalRights rights in _operation.Limits)
        {
            test = JoinWriter.And(test, Test(security, name, sql, rights));
        }

        return test;
    }

    private string? Test(TableSecurity security, string name, SqlWriter sql, PrincipalRights rights)
    {
        if (security.Kind == SecuredBy.Parent)
        {
            return TestParent(security, name, sql, rights);
        }

        AccessScope scope = security.Kind == SecuredBy.BothSides
            ? AccessScope.Everything
            : rights.Scope(security, AccessRights.ReadAccess);
        if (scope.IsEverything)
        {
            return null;
        }

        string id = $"{name}.{Quoted(security.Table.PrimaryId)}";
        bool isOwned = security.Kind == SecuredBy.Owner;
        List<string> tests = [In(isOwned ? $"{name}.\"ownerid\"" : id, scope.Owners, sql)];
        if (scope.BusinessUnits.Count > 0)
        {
            string unit = isOwned ? "owningbusinessunit" : security.BusinessUnitColumn!;
            tests.Add(In($"{name}.{Quoted(unit)}", scope.BusinessUnits, sql));
        }

        tests.Add($"{id} IN ({Shared(sql, rights)})");
        return $"({string.Join(" OR ", tests)})";
    }

    /// <summary>Rows shared for reading with the reader or one of its teams.</summary>
    private string Shared(SqlWriter sql, PrincipalRights rights)
    {
        _operation.Session.Plan(_operation.Tables.Get(SharedAccess.TableName));
        string sharers = In("\"principalid\"", rights.Sharers, sql);
        return $"SELECT \"objectid\" FROM \"{SharedAccess.TableName}\" WHERE {sharers} "
            + "AND (coalesce(\"accessrightsmask\", 0) | coalesce(\"inheritedaccessrightsmask\", 0)) & 1 = 1";
    }

    private string? TestParent(TableSecurity security, string name, SqlWriter sql, PrincipalRights rights)
    {
        List<string> tests = [];
        foreach (string target in security.Table.Find(security.ParentColumn!)!.Targets)
        {
            if (_operation.Tables.Find(target) is not Table parent)
            {
                continue;
            }

            _operation.Session.Plan(parent);
            string? test = Test(_operation.Engine.Secured.Of(parent), "\"@parent\"", sql, rights);
            if (test is null)
            {
                return null;
            }

            string same = $"\"@parent\".{Quoted(parent.PrimaryId)} = {name}.{Quoted(security.ParentColumn!)}";
            tests.Add($"EXISTS (SELECT 1 FROM {Quoted(target)} AS \"@parent\" WHERE {same} AND {test})");
        }

        return tests.Count == 1 ? tests[0] : $"({string.Join(" OR ", tests)})";
    }

    /// <summary>The tables of links and of filters on related rows, however deep.</summary>
    private static IEnumerable<Source> AllSources(Source source) => source.Joins.Select(join => join.Target)
        .Concat(source.Filter is null ? [] : Related(source.Filter))
        .SelectMany(AllSources)
        .Prepend(source);

    private static IEnumerable<Source> Related(Filter filter) =>
        filter.Related.Select(join => join.Target).Concat(filter.Filters.SelectMany(Related));

    private static string In(string column, IEnumerable<Guid> ids, SqlWriter sql)
    {
        string[] all = [.. ids.Order().Select(id => sql.Parameter(StoredGuid.ToBytes(id)))];
        return all.Length == 1 ? $"{column} = {all[0]}" : $"{column} IN ({string.Join(", ", all)})";
    }

    private static string Quoted(string name) => StoredColumn.Quote(name);
}
