using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using Dataverse.Local.Metadata;
using Microsoft.Data.Sqlite;

namespace Dataverse.Local.Store;

/// <summary>The SQLite database of one environment. In memory there is one connection, so one session at a time. A file
/// takes several, in this process and in others: reads run beside a writer, and writers wait for one another. SQL
/// tables follow the catalog when a session first touches them.</summary>
internal sealed class Database : IDisposable
{
    private const int FileConnections = 64;

    private readonly string _connectionString;
    private readonly bool _isFile;
    private readonly ConcurrentBag<Connection> _idle = new();
    private readonly SemaphoreSlim _free;
    private readonly SemaphoreSlim _writer = new(1);
    private readonly ConcurrentDictionary<string, TablePlan> _plans = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _broughtVersions = new(StringComparer.Ordinal);
    private readonly OpenMark? _mark;
    private long _versionInMemory;
    private long _lastVersion;
    private long _epoch;
    private long _appliedChange;
    private long _accessVersion;

    private Database(string? path, TableCatalog catalog, TimeSpan lockTimeout)
    {
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path ?? ":memory:",
            Pooling = false,
        }.ToString();
        _isFile = path is not null;
        _free = new SemaphoreSlim(_isFile ? FileConnections : 1);
        _mark = path is null ? null : OpenMark.On(path);
        LockTimeout = lockTimeout;
        Catalog = catalog;
    }

    public TableCatalog Catalog { get; }

    public bool IsFile => _isFile;

    /// <summary>Rises with every committed change of a row that decides about access.</summary>
    public long AccessVersion => Interlocked.Read(ref _accessVersion);

    /// <summary>True if no other environment, of this process or another, had the file open when this one was
    /// opened. Always true in memory.</summary>
    public bool IsOnlyUser => _mark?.WasFirst ?? true;

    /// <summary>How long a writer waits for another one before it gets the platform's SQL timeout.</summary>
    public TimeSpan LockTimeout { get; }

    /// <summary>Rises when rows were written by another environment on the same file: whoever keeps rows in memory
    /// reads them again then. Never rises in memory.</summary>
    public long Epoch => Interlocked.Read(ref _epoch);

    /// <summary>Number of the last entry of the <see cref="ChangeLog"/> that this environment knows.</summary>
    public long AppliedChange
    {
        get => Interlocked.Read(ref _appliedChange);
        set => Interlocked.Exchange(ref _appliedChange, value);
    }

    /// <summary>Opens or creates the file; null opens an empty database in memory.</summary>
    /// <exception cref="InvalidDataException">The file holds something else than a database.</exception>
    public static Database Open(string? path, TableCatalog catalog, TimeSpan? lockTimeout = null)
    {
        if (path is not null) RefuseOtherFiles(path);
        Database database = new(path, catalog, lockTimeout ?? TimeSpan.FromSeconds(30));
        try
        {
            if (path is null) return database;
            using Session session = database.OpenSession();
            session.Begin();
            RowVersionCounter.Create(session.Connection);
            ChangeLog.Create(session);
            SequenceTable.Create(session);
            session.BringAll();
            session.Commit();
            return database;
        }
        catch (Exception)
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A connection of one's own until it is disposed. One session at a time per thread, else a database in
    /// memory waits for itself and faults after the lock timeout.</summary>
    public Session OpenSession()
    {
        if (!_free.Wait(LockTimeout)) throw StoreFault.SqlTimedOut();
        if (!_idle.TryTake(out Connection? connection)) connection = Connect();
        return new Session(this, connection);
    }

    public void Dispose()
    {
        while (_idle.TryTake(out Connection? connection)) connection.Dispose();
        _free.Dispose();
        _writer.Dispose();
        _mark?.Dispose();
    }

    /// <summary>An empty file is a new database, as everywhere in SQLite.</summary>
    private static void RefuseOtherFiles(string path)
    {
        if (!File.Exists(path)) return;
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> start = stackalloc byte[16];
        int read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read > 0 && !start[..read].SequenceEqual("SQLite format 3\0"u8))
            throw new InvalidDataException($"{path} is no SQLite database.");
    }

    internal void AccessChanged() => Interlocked.Increment(ref _accessVersion);

    internal void Return(Connection connection)
    {
        _idle.Add(connection);
        _free.Release();
    }

    /// <summary>Writers of this process queue here, which is fairer than SQLite's polling; those of other processes
    /// wait in SQLite.</summary>
    internal void EnterWriter()
    {
        if (!_writer.Wait(LockTimeout)) throw StoreFault.SqlTimedOut();
    }

    internal void LeaveWriter() => _writer.Release();

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

    /// <summary>The next row version of a database in memory; a rollback skips numbers.</summary>
    internal long NextVersionInMemory() => Interlocked.Increment(ref _versionInMemory);

    /// <summary>The last row version in the file as somebody has just read it: another number than the one that
    /// this environment wrote last means that another one has written.</summary>
    internal void SeeVersion(long version)
    {
        if (Interlocked.Exchange(ref _lastVersion, version) == version) return;
        Interlocked.Increment(ref _epoch);
        AccessChanged();
    }

    internal void WroteVersion(long version) => Interlocked.Exchange(ref _lastVersion, version);

    /// <summary>A large checkpoint threshold (64 MB of log) and mapped reads: with SQLite's own 4 MB, most of what a
    /// transaction costs is copying the same hot pages back into the file again and again, and waiting for the disk
    /// each time.</summary>
    private Connection Connect()
    {
        Connection connection = new(_connectionString);
        connection.Execute("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA busy_timeout = "
            + (int)LockTimeout.TotalMilliseconds);
        if (_isFile)
        {
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; "
                + "PRAGMA wal_autocheckpoint = 16384; PRAGMA journal_size_limit = 67108864; "
                + "PRAGMA mmap_size = 268435456; PRAGMA cache_size = -32768");
        }

        return connection;
    }
}
