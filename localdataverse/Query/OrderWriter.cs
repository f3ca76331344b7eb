using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Store;

namespace Dataverse.Local.Query;

/// <summary>What a column sorts by: text without case and accents, choices by label, lookups by the name of the row
/// they point to, everything else by its value.</summary>
internal sealed class OrderWriter
{
    private readonly ConditionWriter _conditions;
    private readonly SourceNames _names;
    private readonly QueryContext _context;
    private readonly TableCatalog _catalog;
    private readonly Func<Table, TablePlan> _planOf;

    public OrderWriter(
        ConditionWriter conditions, SourceNames names, QueryContext context, TableCatalog catalog,
        Func<Table, TablePlan> planOf)
    {
        _conditions = conditions;
        _names = names;
        _context = context;
        _catalog = catalog;
        _planOf = planOf;
    }

    public static bool SortsByStoredValue(Column column, bool rawChoices) =>
        !column.IsLookup && (rawChoices || !column.IsChoice);

    public string Write(Source source, Column column, bool rawChoices)
    {
        if (column.IsChoice && !rawChoices) return ByLabel(source, column);
        if (column.IsLookup && !_conditions.Hides(source, column)) return ByName(source, column);
        return _conditions.Compared(source, column);
    }

    /// <summary>Labels become ranks, so that no label is part of the text.</summary>
    private string ByLabel(Source source, Column column)
    {
        if (column.Choices is null || column.Choices.Options.Count == 0) return _conditions.Compared(source, column);
        IEnumerable<Choice> ranked = column.Choices.Options
            .OrderBy(o => Folding.Fold(o.Labels.In(_context.Language) ?? ""), StringComparer.Ordinal);
        IEnumerable<string> cases = ranked.Select((o, rank) =>
            string.Create(CultureInfo.InvariantCulture, $"WHEN {o.Value} THEN {rank}"));
        return $"CASE {_conditions.Compared(source, column)} {string.Join(' ', cases)} END";
    }

    private string ByName(Source source, Column column)
    {
        StoredColumn stored = _conditions.Stored(source, column);
        string lookup = $"{_names.Of(source)}.{stored.Sql}";
        List<string> names = new();
        foreach (string target in column.Targets)
        {
            if (_catalog.Find(target) is not { } table || _planOf(table) is not { Name.FoldSql: { } name } plan)
                continue;
            names.Add($"(SELECT \"@n\".{name} FROM {plan.Sql} AS \"@n\" WHERE \"@n\".{plan.Id.Sql} = {lookup})");
        }

        return names.Count switch
        {
            0 => lookup,
            1 => names[0],
            _ => $"coalesce({string.Join(", ", names)})",
        };
    }
}
