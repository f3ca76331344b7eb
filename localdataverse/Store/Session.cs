using System;
using System.Collections.Generic;
using System.Text;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Store;

/// <summary>One connection in use: rows in, rows out, one transaction at a time. Rows are SDK entities; whoever writes
/// has checked them. Without <see cref="Begin"/> every write commits by itself.</summary>
internal sealed class Session : IDisposable
{
    private readonly Database _database;
    private readonly StringBuilder _text = new();
    private readonly SessionTransaction _transaction;

    internal Session(Database database, Connection connection)
    {
        _database = database;
        Connection = connection;
        _transaction = new SessionTransaction(database, connection);
    }

    public bool InTransaction => Connection.InTransaction;

    /// <summary>This transaction has written a row that decides about access.</summary>
    internal bool HasChangedAccess { get; private set; }

    /// <summary>Counts such writes.</summary>
    internal int AccessChanges { get; private set; }

    public bool IsFile => _database.IsFile;

    /// <summary>Told of every row that is updated or deleted, whoever does it; null: nobody asks.</summary>
    internal Action<string, Guid>? OnWrite { get; set; }

    /// <summary>This transaction has made an entry in the <see cref="ChangeLog"/>.</summary>
    internal void Changed(long change) => _transaction.OwnChange = change;

    internal Connection Connection { get; }

    internal TableCatalog Catalog => _database.Catalog;

    /// <summary>Takes the write lock at once, so that a transaction never fails half way because another one
    /// wrote.</summary>
    public void Begin() => _transaction.Begin();

    public void Commit()
    {
        _transaction.Commit();
        if (HasChangedAccess) _database.AccessChanged();
        HasChangedAccess = false;
    }

    /// <summary>Also undoes SQL tables that were created on the way; they are created again at their next
    /// use.</summary>
    public void Rollback()
    {
        HasChangedAccess = false;
        _transaction.Rollback();
    }

    /// <summary>True if another connection has committed since this was asked last. On a file only.</summary>
    public bool SeesOthersWrites() => _transaction.SeesOthersWrites();

    public void Insert(Table table, Entity row)
    {
        TablePlan plan = Plan(table);
        Statement insert = Connection.Prepare(plan.InsertSql);
        try
        {
            foreach (KeyValuePair<string, object> attribute in row.Attributes)
            {
                if (attribute.Value is null || plan.FindStored(attribute.Key) is not { } column) continue;
                ColumnCodec.Write(insert, column.Parameter, column, attribute.Value);
            }

            insert.Bind(plan.Id.Parameter, row.Id);
            if (plan.RowVersion is { } version) insert.Bind(version.Parameter, NextVersion());
            insert.Step();
            NoteAccess(table);
        }
        catch (ConstraintException refused)
        {
            throw StoreFault.Of(refused, plan, row.Id);
        }
        finally
        {
            insert.Reset();
        }
    }

    /// <summary>Writes the changed columns (null clears). False if there is no such row.</summary>
    public bool Update(Table table, Guid id, AttributeCollection changes)
    {
        TablePlan plan = Plan(table);
        Statement update = Connection.Prepare(UpdateText.Write(_text, plan, changes));
        try
        {
            int index = 1;
            foreach (KeyValuePair<string, object> change in changes)
            {
                if (plan.FindStored(change.Key) is not { } column || column == plan.Id) continue;
                if (change.Value is not null) ColumnCodec.Write(update, index, column, change.Value);
                index += column.ParameterCount;
            }

            if (plan.RowVersion is not null) update.Bind(index++, NextVersion());
            update.Bind(index, id);
            update.Step();
            NoteAccess(table);
            OnWrite?.Invoke(table.LogicalName, id);
            return Connection.RowsChanged > 0;
        }
        catch (ConstraintException refused)
        {
            throw StoreFault.Of(refused, plan, id);
        }
        finally
        {
            update.Reset();
        }
    }

    /// <summary>False if there is no such row. Cascades are the pipeline's.</summary>
    public bool Delete(Table table, Guid id)
    {
        TablePlan plan = Plan(table);
        if (IsFile) NextVersion();
        Statement delete = Connection.Prepare(plan.DeleteSql);
        delete.Bind(1, id);
        delete.Run();
        NoteAccess(table);
        OnWrite?.Invoke(table.LogicalName, id);
        return Connection.RowsChanged > 0;
    }

    public bool Exists(Table table, Guid id)
    {
        Statement find = Connection.Prepare(Plan(table).ExistsSql);
        find.Bind(1, id);
        bool exists = find.Step();
        find.Reset();
        return exists;
    }

    /// <summary>The row as a client sees it (nulls left out, id always there, formatted values and lookup names
    /// filled), or null.</summary>
    public Entity? Find(Table table, Guid id, ColumnSet columns, QueryContext? context = null)
    {
        TablePlan plan = Plan(table);
        FindStatement find = FindStatement.Of(plan, columns);
        Statement statement = Connection.Prepare(find.Sql);
        statement.Bind(1, id);
        try
        {
            if (!statement.Step()) return null;
            RowReader reader = new(this, table, find.Columns, context ?? QueryContext.Neutral);
            return reader.Read(statement);
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>Id of the row with these key values; null if there is none or a value is null.</summary>
    public Guid? FindByKey(Table table, AlternateKey key, KeyAttributeCollection values)
    {
        TablePlan plan = Plan(table);
        _text.Clear().Append("SELECT ").Append(plan.Id.Sql).Append(" FROM ").Append(plan.Sql);
        for (int i = 0; i < key.Columns.Count; i++)
        {
            StoredColumn column = plan.Get(key.Columns[i]);
            _text.Append(i == 0 ? " WHERE " : " AND ").Append(column.FoldSql ?? column.Sql).Append(" = ?")
                .Append(i + 1);
        }

        Statement find = Connection.Prepare(_text.ToString());
        try
        {
            for (int i = 0; i < key.Columns.Count; i++)
            {
                if (!values.TryGetValue(key.Columns[i], out object? value) || value is null) return null;
                find.BindStored(i + 1, ColumnCodec.ToStored(plan.Get(key.Columns[i]), PlainValue.Of(value)));
            }

            return find.Step() ? find.Guid(0) : null;
        }
        finally
        {
            find.Reset();
        }
    }

    public EntityCollection Select(SelectQuery query, QueryContext context) =>
        new SelectRunner(this, query, context).Run();

    /// <summary>Value of the primary name column, null if the row or the name is missing.</summary>
    public string? NameOf(Table table, Guid id)
    {
        if (Plan(table).NameSql is not { } sql) return null;
        Statement find = Connection.Prepare(sql);
        find.Bind(1, id);
        string? name = find.Step() && !find.IsNull(0) ? find.Text8(0) : null;
        find.Reset();
        return name;
    }

    public void Dispose()
    {
        _transaction.Rollback();
        _database.Return(Connection);
    }

    internal void BringAll()
    {
        foreach (Table table in Catalog.Tables) Plan(table);
    }

    /// <summary>The table's plan, its SQL table being there.</summary>
    internal TablePlan Plan(Table table)
    {
        TablePlan plan = _database.PlanOf(table);
        if (_database.IsBrought(plan)) return plan;
        if (_transaction.HasBrought(plan)) return plan;
        new SchemaWriter(Connection).Bring(plan);
        if (InTransaction) _transaction.Bring(plan);
        else _database.MarkBrought(plan);
        return plan;
    }

    private void NoteAccess(Table table)
    {
        if (!table.GuardsAccess) return;
        AccessChanges++;
        if (InTransaction) HasChangedAccess = true;
        else _database.AccessChanged();
    }

    private long NextVersion() => _transaction.Versions.Next();
}
