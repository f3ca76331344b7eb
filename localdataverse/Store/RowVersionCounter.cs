namespace Dataverse.Local.Store;

/// <summary>The numbers that rise with every write in the environment. A file keeps the last one in itself, so that
/// every environment that writes to it goes on from there: a transaction reads it once and writes it back once. A
/// number of a transaction that was rolled back is given again; nobody has seen it.</summary>
internal sealed class RowVersionCounter
{
    private readonly Database _database;
    private readonly Connection _connection;
    private long _last;
    private bool _isRead;
    private bool _isChanged;

    public RowVersionCounter(Database database, Connection connection)
    {
        _database = database;
        _connection = connection;
    }

    public static void Create(Connection connection) => connection.Execute(
        "CREATE TABLE IF NOT EXISTS local_rowversion (reserved INTEGER NOT NULL); "
        + "INSERT INTO local_rowversion SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM local_rowversion)");

    public long Next()
    {
        if (!_database.IsFile) return _database.NextVersionInMemory();
        if (!_connection.InTransaction) return NextAlone();
        if (!_isRead) Read();
        _isChanged = true;
        return ++_last;
    }

    /// <summary>Reads the last number, which tells whether another environment has written since.</summary>
    public void Read()
    {
        Statement read = _connection.Prepare("SELECT max(reserved) FROM local_rowversion");
        read.Step();
        _last = read.Long(0);
        read.Reset();
        _isRead = _connection.InTransaction;
        _database.SeeVersion(_last);
    }

    /// <summary>The last statement of a transaction that has written.</summary>
    public void Keep()
    {
        if (!_isChanged) return;
        Statement write = _connection.Prepare("UPDATE local_rowversion SET reserved = ?1");
        write.Bind(1, _last);
        write.Run();
        _database.WroteVersion(_last);
    }

    public void TransactionEnded()
    {
        _isRead = false;
        _isChanged = false;
    }

    private long NextAlone()
    {
        Statement write = _connection.Prepare(
            "UPDATE local_rowversion SET reserved = reserved + 1 RETURNING reserved");
        try
        {
            write.Step();
            long version = write.Long(0);
            while (write.Step())
            {
            }

            _database.WroteVersion(version);
            return version;
        }
        finally
        {
            write.Reset();
        }
    }
}
