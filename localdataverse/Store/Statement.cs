using System;
using System.Buffers;
using System.Text;
using SQLitePCL;

namespace Dataverse.Local.Store;

/// <summary>A prepared statement of one connection: bind by position from 1, step, read by position from 0, reset.
/// Kept for reuse by <see cref="Connection"/>; below ADO.NET, because a boxed parameter object per value is what the
/// hot path would spend most of its time on.</summary>
internal sealed class Statement : IDisposable
{
    private const int StackBytes = 512;

    private readonly Connection _connection;
    private readonly sqlite3_stmt _handle;
    private readonly IntPtr _pointer;

    public Statement(Connection connection, sqlite3_stmt handle, string text)
    {
        _connection = connection;
        _handle = handle;
        _pointer = handle.DangerousGetHandle();
        Text = text;
    }

    public string Text { get; }

    public void Bind(int index, long value) => raw.sqlite3_bind_int64(_handle, index, value);

    public void Bind(int index, double value) => raw.sqlite3_bind_double(_handle, index, value);

    public void Bind(int index, ReadOnlySpan<byte> value) => raw.sqlite3_bind_blob(_handle, index, value);

    public void Bind(int index, Guid value)
    {
        Span<byte> stored = stackalloc byte[StoredGuid.Size];
        StoredGuid.Write(value, stored);
        raw.sqlite3_bind_blob(_handle, index, stored);
    }

    public void Bind(int index, string value)
    {
        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most <= StackBytes)
        {
            Span<byte> bytes = stackalloc byte[StackBytes];
            raw.sqlite3_bind_text(_handle, index, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
            return;
        }

        byte[] rented = ArrayPool<byte>.Shared.Rent(most);
        raw.sqlite3_bind_text(_handle, index, rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented)));
        ArrayPool<byte>.Shared.Return(rented);
    }

    public void BindNull(int index) => raw.sqlite3_bind_null(_handle, index);

    /// <summary>Binds a value of one of the four stored kinds: long, double, string, byte[].</summary>
    public void BindStored(int index, object value)
    {
        switch (value)
        {
            case long number: Bind(index, number); break;
            case string text: Bind(index, text); break;
            case byte[] bytes: Bind(index, bytes); break;
            case double number: Bind(index, number); break;
            default: throw new ArgumentException($"{value.GetType()} is no stored value.", nameof(value));
        }
    }

    /// <summary>True when there is a row to read, false when the statement is done.</summary>
    public bool Step()
    {
        int result = raw.sqlite3_step(_handle);
        if (result == raw.SQLITE_ROW) return true;
        if (result == raw.SQLITE_DONE) return false;
        throw _connection.Failure(result, Text);
    }

    /// <summary>Runs a statement without result to its end and makes it ready for the next use.</summary>
    public void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            Reset();
        }
    }

    public void Reset()
    {
        raw.sqlite3_reset(_handle);
        raw.sqlite3_clear_bindings(_handle);
    }

    public bool IsNull(int ordinal) => NativeColumns.Type(_pointer, ordinal) == raw.SQLITE_NULL;

    public bool IsDouble(int ordinal) => NativeColumns.Type(_pointer, ordinal) == raw.SQLITE_FLOAT;

    public bool IsText(int ordinal) => NativeColumns.Type(_pointer, ordinal) == raw.SQLITE_TEXT;

    public long Long(int ordinal) => NativeColumns.Int64(_pointer, ordinal);

    public double Double(int ordinal) => NativeColumns.Double(_pointer, ordinal);

    public Guid Guid(int ordinal) => StoredGuid.Read(raw.sqlite3_column_blob(_handle, ordinal));

    /// <summary>Until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int ordinal) => raw.sqlite3_column_blob(_handle, ordinal);

    public byte[] Bytes(int ordinal) => raw.sqlite3_column_blob(_handle, ordinal).ToArray();

    public string Text8(int ordinal) => raw.sqlite3_column_text(_handle, ordinal).utf8_to_string();

    public void Dispose() => _handle.Dispose();
}
