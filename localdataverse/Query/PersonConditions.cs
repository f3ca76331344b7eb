using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Query;

/// <summary>Conditions that mean the reader: the user, his teams, his business unit, those who report to him.</summary>
internal sealed class PersonConditions
{
    private readonly SqlWriter _sql;
    private readonly QueryContext _context;
    private readonly TableCatalog _catalog;
    private readonly Func<Table, TablePlan> _planOf;

    public PersonConditions(
        SqlWriter sql, QueryContext context, TableCatalog catalog, Func<Table, TablePlan> planOf)
    {
        _sql = sql;
        _context = context;
        _catalog = catalog;
        _planOf = planOf;
    }

    /// <summary>Null if the operator means nobody.</summary>
    public string? Write(ConditionOperator op, string column) => op switch
    {
        ConditionOperator.EqualUserId => $"{column} = {Id(_context.UserId)}",
        ConditionOperator.NotEqualUserId =>
            ConditionWriter.OrNull(column, $"{column} <> {Id(_context.UserId)}"),
        ConditionOperator.EqualBusinessId => $"{column} = {Id(_context.BusinessUnitId)}",
        ConditionOperator.NotEqualBusinessId =>
            ConditionWriter.OrNull(column, $"{column} <> {Id(_context.BusinessUnitId)}"),
        ConditionOperator.EqualUserLanguage => $"{column} = {_sql.Parameter((long)_context.Language)}",
        ConditionOperator.EqualUserTeams => $"{column} IN ({TeamsOf("= " + Id(_context.UserId))})",
        ConditionOperator.EqualUserOrUserTeams =>
            $"({column} = {Id(_context.UserId)} OR {column} IN ({TeamsOf("= " + Id(_context.UserId))}))",
        ConditionOperator.EqualUserOrUserHierarchy => $"{column} IN ({Reports()})",
        ConditionOperator.EqualUserOrUserHierarchyAndTeams =>
            $"({column} IN ({Reports()}) OR {column} IN ({TeamsOf($"IN ({Reports()})")}))",
        _ => null,
    };

    private string Id(Guid id) => _sql.Parameter(StoredGuid.ToBytes(id));

    private string TeamsOf(string users)
    {
        TablePlan plan = _planOf(_catalog.Get("teammembership"));
        return $"SELECT \"teamid\" FROM {plan.Sql} WHERE \"systemuserid\" {users}";
    }

    /// <summary>The user and everyone below him, by the manager of each.</summary>
    private string Reports()
    {
        TablePlan plan = _planOf(_catalog.Get("systemuser"));
        return $"WITH RECURSIVE reports(id) AS (SELECT {Id(_context.UserId)} "
            + $"UNION SELECT u.{plan.Id.Sql} FROM {plan.Sql} u JOIN reports ON u.\"parentsystemuserid\" = reports.id) "
            + "SELECT id FROM reports";
    }
}
