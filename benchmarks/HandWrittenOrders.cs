using System;
using Microsoft.Data.Sqlite;

namespace CrmExtensions.Benchmarks;

/// <summary>
/// The floor: an order, its lines, an entry, the member's and the customer's balance, with prepared SQL.
/// </summary>
internal sealed class HandWrittenOrders : IDisposable
{
    private const string Schema = """
        create table customer (id blob primary key, points integer not null) without rowid;
        create table member (id blob primary key, customer blob not null, sequence integer not null,
            balance integer not null) without rowid;
        create table salesorder (id blob primary key, customer blob not null, state integer not null,
            total integer not null) without rowid;
        create table line (id blob primary key, salesorder blob not null, quantity integer not null,
            amount integer not null) without rowid;
        create index line_order on line (salesorder);
        create table entry (id blob primary key, member blob not null, sourcekey text not null unique,
            points integer not null, sequence integer not null, balance integer not null) without rowid;
        """;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly Guid _customer = Guid.NewGuid();
    private readonly Guid _member = Guid.NewGuid();
    private readonly int _lines;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _order;
    private readonly SqliteCommand _line;
    private readonly SqliteCommand _total;
    private readonly SqliteCommand _fulfil;
    private readonly SqliteCommand _entry;
    private readonly SqliteCommand _head;
    private readonly SqliteCommand _balance;

    public HandWrittenOrders(int lines)
    {
        _lines = lines;
        _connection.Open();
        Execute(Schema);
        Prepare("insert into customer values ($a, 0)", _customer).ExecuteNonQuery();
        Prepare("insert into member values ($a, $b, 0, 0)", _member, _customer).ExecuteNonQuery();
        _begin = Prepare("begin immediate");
        _commit = Prepare("commit");
        _order = Prepare("insert into salesorder values ($a, $b, 0, 0)", Guid.Empty, _customer);
        _line = Prepare("insert into line values ($a, $b, 2, 200000)", Guid.Empty, Guid.Empty);
        _total = Prepare("select sum(amount) from line where salesorder = $a", Guid.Empty);
        _fulfil = Prepare("update salesorder set state = 3, total = $b where id = $a", Guid.Empty, 0L);
        _entry = Prepare(
            "insert into entry select $a, id, $b, $c, sequence + 1, balance + $c from member where id = $d",
            Guid.Empty, "", 0L, _member);
        _head = Prepare(
            "update member set sequence = sequence + 1, balance = balance + $a where id = $b", 0L, _member);
        _balance = Prepare("update customer set points = points + $a where id = $b", 0L, _customer);
    }

    public void Fulfil()
    {
        _begin.ExecuteNonQuery();
        Guid order = Guid.NewGuid();
        Run(_order, order);
        for (int line = 0; line < _lines; line++) Run(_line, Guid.NewGuid(), order);
        _total.Parameters[0].Value = order;
        long total = (long)_total.ExecuteScalar()!;
        long points = total / 10_000;
        Run(_fulfil, order, total);
        Run(_entry, Guid.NewGuid(), order.ToString("N"), points);
        Run(_head, points);
        Run(_balance, points);
        _commit.ExecuteNonQuery();
    }

    public void Dispose() => _connection.Dispose();

    private static void Run(SqliteCommand command, params object[] values)
    {
        for (int index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index];
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, params object[] values)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        for (int index = 0; index < values.Length; index++)
            command.Parameters.AddWithValue($"${(char)('a' + index)}", values[index]);
        return command;
    }

    private void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
