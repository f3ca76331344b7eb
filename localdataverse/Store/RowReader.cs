using System;
using System.Collections.Generic;
using System.Globalization;
using Dataverse.Local.Metadata;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Store;

/// <summary>Turns result rows into entities as clients see them. One reader per result, so that names and currencies
/// are looked up once.</summary>
internal sealed class RowReader
{
    private readonly Table _root;
    private readonly IReadOnlyList<ResultColumn> _columns;
    private readonly ValueFormatter _formatter;
    private readonly NameLookup _names;
    private readonly Guid _baseCurrencyId;

    public RowReader(Session session, Table root, IReadOnlyList<ResultColumn> columns, QueryContext context)
    {
        _root = root;
        _columns = columns;
        _names = new NameLookup(session);
        _baseCurrencyId = context.BaseCurrencyId;
        _formatter = new ValueFormatter(context, session.Catalog);
    }

    public Entity Read(Statement statement)
    {
        Entity entity = new(_root.LogicalName);
        foreach (ResultColumn column in _columns)
        {
            if (statement.IsNull(column.Ordinal))
            {
                AddEmptyAggregate(entity, column);
            }
            else if (column.IsHidden)
            {
                ReadHidden(entity, column, statement);
            }
            else if (column.Aggregate is not (Aggregate.None or Aggregate.Min or Aggregate.Max)
                || column.DateGrouping != DateGrouping.None)
            {
                AddComputed(entity, column, statement);
            }
            else
            {
                AddValue(entity, column, statement);
            }
        }

        return entity;
    }

    private static void AddEmptyAggregate(Entity entity, ResultColumn column)
    {
        if (column.Aggregate == Aggregate.None) return;
        entity.Attributes[column.Name] = Aliased(column, null);
    }

    private static AliasedValue Aliased(ResultColumn column, object? value) =>
        new(column.Plan.Table.LogicalName, column.Stored.Column.LogicalName, value);

    private static void ReadHidden(Entity entity, ResultColumn column, Statement statement)
    {
        if (column.IsRootId) entity.Id = statement.Guid(column.Ordinal);
        else if (column.IsRootVersion)
        {
            entity.RowVersion = statement.Long(column.Ordinal).ToString(CultureInfo.InvariantCulture);
        }
    }

    private void AddValue(Entity entity, ResultColumn column, Statement statement)
    {
        object value = ColumnCodec.Read(statement, column.Ordinal, column.Stored);
        string? formatted = value is EntityReference reference
            ? reference.Name = _names.NameOf(reference)
            : Formatted(column, value, statement);
        if (column.IsRootId) entity.Id = (Guid)value;
        if (column.IsRootVersion)
        {
            entity.RowVersion = ((long)value).ToString(CultureInfo.InvariantCulture);
        }

        entity.Attributes[column.Name] = column.IsAliased ? Aliased(column, value) : value;
        if (formatted is not null) entity.FormattedValues[column.Name] = formatted;
    }

    private string? Formatted(ResultColumn column, object value, Statement statement) =>
        value is Money money
            ? _formatter.Money(column.Stored.Column, money, CurrencyOf(column, statement))
            : _formatter.Format(column.Stored.Column, value);

    /// <summary>Amounts without a currency of their own (base columns, sums) are in base currency.</summary>
    private Currency? CurrencyOf(ResultColumn money, Statement statement)
    {
        bool isOwn = money.CurrencyOrdinal >= 0 && !statement.IsNull(money.CurrencyOrdinal);
        Guid id = isOwn ? statement.Guid(money.CurrencyOrdinal) : _baseCurrencyId;
        return id == Guid.Empty ? null : _names.CurrencyOf(id);
    }

    private void AddComputed(Entity entity, ResultColumn column, Statement statement)
    {
        object value = column.DateGrouping != DateGrouping.None
            ? (int)statement.Long(column.Ordinal)
            : AggregateValue.Read(statement, column);
        entity.Attributes[column.Name] = Aliased(column, value);
        entity.FormattedValues[column.Name] = value is Money money
            ? _formatter.Money(column.Stored.Column, money, CurrencyOf(column, statement))
            : _formatter.Number(column.Stored.Column, value);
    }
}
