using System;
using Microsoft.Data.Sqlite;

namespace CrmExtensions.Benchmarks;

/// <summary>Tables written by hand for SQLite in memory: what is left when no platform stands in between.</summary>
internal sealed class RawTable : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public RawTable(string schema)
    {
        _connection.Open();
        Prepare(schema).ExecuteNonQuery();
    }

    /// <summary>Parameters are $a, $b ... in the order of the values.</summary>
    public SqliteCommand Prepare(string sql, params object[] values)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        for (int index = 0; index < values.Length; index++)
            command.Parameters.AddWithValue($"${(char)('a' + index)}", values[index]);
        return command;
    }

    /// <summary>Reads every column of every row, as a client does; returns the number of rows.</summary>
    public static int Read(SqliteCommand command)
    {
        using SqliteDataReader reader = command.ExecuteReader();
        object[] row = new object[reader.FieldCount];
        int rows = 0;
        for (; reader.Read(); rows++) reader.GetValues(row);
        return rows;
    }

    public static void Run(SqliteCommand command, params object[] values)
    {
        for (int index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index];
        command.ExecuteNonQuery();
    }

    public void Dispose() => _connection.Dispose();
}
