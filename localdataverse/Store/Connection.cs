using System;
using System.Collections.Generic;
using Dataverse.Local.Pipeline;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dataverse.Local.Store;

/// <summary>One SQLite connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    /// <summary>Queries differ in text when they differ in shape; the oldest shapes make room for new ones.</summary>
    private const int StatementsKept = 600;

    private readonly SqliteConnection _connection;
    private readonly sqlite3 _handle;
    private readonly Dictionary<string, LinkedListNode<Statement>> _statements = new(SqlTextComparer.Instance);
    private readonly LinkedList<Statement> _byUse = new();

    public Connection(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        _handle = _connection.Handle!;
        SqlFunctions.Register(_handle);
    }

    public int RowsChanged => raw.sqlite3_changes(_handle);

    public long LastInsertedId => raw.sqlite3_last_insert_rowid(_handle);

    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    public Statement Prepare(string sql)
    {
        if (_statements.TryGetValue(sql, out LinkedListNode<Statement>? known))
        {
            if (known != _byUse.Last)
            {
                _byUse.Remove(known);
                _byUse.AddLast(known);
            }

            return known.Value;
        }

        int result = raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out sqlite3_stmt handle);
        if (result != raw.SQLITE_OK) throw Failure(result, sql);
        if (_statements.Count >= StatementsKept) Forget(_byUse.First!);
        Statement statement = new(this, handle, sql);
        _statements.Add(sql, _byUse.AddLast(statement));
        return statement;
    }

    /// <summary>Runs statements that are not worth keeping (DDL, pragmas), separated by semicolons.</summary>
    public void Execute(string sql)
    {
        int result = raw.sqlite3_exec(_handle, sql);
        if (result != raw.SQLITE_OK) throw Failure(result, sql);
    }

    /// <summary>SQLite's error as the platform's fault where it has one, else as an exception naming the
    /// statement.</summary>
    public Exception Failure(int result, string sql)
    {
        int extended = raw.sqlite3_extended_errcode(_handle);
        string message = raw.sqlite3_errmsg(_handle).utf8_to_string();
        return (result & 0xff) switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StoreFault.SqlTimedOut(),
            raw.SQLITE_CONSTRAINT => new ConstraintException(extended, message),
            raw.SQLITE_ERROR when message.Contains("integer overflow", StringComparison.Ordinal) =>
                Fault.Because(StoreFault.SqlArithmeticOverflow, StoreFault.SqlArithmeticOverflowText),
            _ => new InvalidOperationException($"SQLite error {extended}, {message}, in: {sql}"),
        };
    }

    public void Dispose()
    {
        foreach (Statement statement in _byUse) statement.Dispose();
        _statements.Clear();
        _byUse.Clear();
        _connection.Dispose();
    }

    private void Forget(LinkedListNode<Statement> oldest)
    {
        _byUse.Remove(oldest);
        _statements.Remove(oldest.Value.Text);
        oldest.Value.Dispose();
    }
}
