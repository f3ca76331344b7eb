using System;
using System.Collections.Concurrent;
using System.Threading;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Data.Sqlite;

namespace Dataverse.Local.Store;

/// <summary>The SQLite database of one environment. In memory there is one connection, so one session at a time; a file
/// takes several, of which one writes. SQL tables follow the catalog when a session first touches them.</summary>
internal sealed class Database : IDisposable
{
    private const int FileConnections = 16;
    private const long VersionsReserved = 100_000;

    private readonly string _connectionString;
    private readonly bool _isFile;
    private readonly TimeSpan _lockTimeout;
    private readonly ConcurrentBag<Connection> _idle = new();
    private readonly SemaphoreSlim _free;
    private readonly ConcurrentDictionary<string, TablePlan> _plans = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _broughtVersions = new(StringComparer.Ordinal);
    private readonly object _versionGate = new();
    private long _rowVersion;
    private long _reservedTo;
    private bool _reservationMayRollBack;
    private long _accessVersion;

    private Database(string connectionString, bool isFile, TableCatalog catalog, TimeSpan lockTimeout)
    {
        _connectionString = connectionString;
        _isFile = isFile;
        _lockTimeout = lockTimeout;
        _free = new SemaphoreSlim(isFile ? FileConnections : 1);
        Catalog = catalog;
    }

    public TableCatalog Catalog { get; }

    public bool IsFile => _isFile;

    /// <summary>Rises with every committed change of a row that decides about access.</summary>
    public long AccessVersion => Interlocked.Read(ref _accessVersion);

    /// <summary>Opens or creates the file; null opens an empty database in memory. The lock timeout (default 30
    /// seconds) is how long a writer waits for another one before it gets the platform's SQL timeout.</summary>
    public static Database Open(string? path, TableCatalog catalog, TimeSpan? lockTimeout = null)
    {
        SqliteConnectionStringBuilder builder = new() { DataSource = path ?? ":memory:", Pooling = false };
        Database database = new(
            builder.ToString(), path is not null, catalog, lockTimeout ?? TimeSpan.FromSeconds(30));
        using Session session = database.OpenSession();
        database.ReserveVersions(session.Connection);
        if (path is not null) session.BringAll();
        return database;
    }

    /// <summary>A connection of one's own until it is disposed. One session at a time per thread, else a database in
    /// memory waits for itself and faults after the lock timeout.</summary>
    public Session OpenSession()
    {
        if (!_free.Wait(_lockTimeout)) throw Fault.Because(StoreFault.SqlTimeout, StoreFault.SqlTimeoutText);
        if (!_idle.TryTake(out Connection? connection)) connection = Connect();
        return new Session(this, connection);
    }

    public void Dispose()
    {
        while (_idle.TryTake(out Connection? connection)) connection.Dispose();
        _free.Dispose();
    }

    internal void AccessChanged() => Interlocked.Increment(ref _accessVersion);

    internal void Return(Connection connection)
    {
        _idle.Add(connection);
        _free.Release();
    }

    internal TablePlan PlanOf(Table table)
    {
        if (_plans.TryGetValue(table.LogicalName, out TablePlan? plan) && plan.Version == table.Version) return plan;
        plan = new TablePlan(table);
        _plans[table.LogicalName] = plan;
        return plan;
    }

    internal bool IsBrought(TablePlan plan) =>
        _broughtVersions.TryGetValue(plan.Table.LogicalName, out int version) && version == plan.Version;

    internal void MarkBrought(TablePlan plan) => _broughtVersions[plan.Table.LogicalName] = plan.Version;

    /// <summary>The next of the numbers that rise with every write in the environment; a number may be skipped, never
    /// used twice.</summary>
    internal long NextRowVersion(Connection connection)
    {
        lock (_versionGate)
        {
            if (_rowVersion == _reservedTo) ReserveVersions(connection);
            return ++_rowVersion;
        }
    }

    /// <summary>The end of the one writing transaction: a reservation made in it lasts only if it was
    /// committed.</summary>
    internal void TransactionEnded(bool committed)
    {
        lock (_versionGate)
        {
            if (_reservationMayRollBack && !committed) _rowVersion = _reservedTo;
            _reservationMayRollBack = false;
        }
    }

    private void ReserveVersions(Connection connection)
    {
        _reservationMayRollBack = connection.InTransaction;
        connection.Execute("CREATE TABLE IF NOT EXISTS local_rowversion (reserved INTEGER NOT NULL)");
        Statement read = connection.Prepare("SELECT max(reserved) FROM local_rowversion");
        read.Step();
        long last = Math.Max(read.Long(0), _reservedTo);
        read.Reset();
        Statement write = connection.Prepare("INSERT INTO local_rowversion (reserved) VALUES (?1)");
        write.Bind(1, last + VersionsReserved);
        write.Run();
        _rowVersion = last;
        _reservedTo = last + VersionsReserved;
    }

    private Connection Connect()
    {
        Connection connection = new(_connectionString);
        connection.Execute("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA busy_timeout = "
            + (int)_lockTimeout.TotalMilliseconds);
        if (_isFile) connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
        return connection;
    }
}
