using System;
using System.Collections.Generic;

namespace Dataverse.Local.Store;

/// <summary>The transaction of one session, one after another, and what has to be kept or undone with it.</summary>
internal sealed class SessionTransaction
{
    private readonly Database _database;
    private readonly Connection _connection;
    private readonly Dictionary<string, TablePlan> _brought = new(StringComparer.Ordinal);
    private long _appliedBefore;
    private long _dataVersion = -1;
    private bool _isWriter;

    public SessionTransaction(Database database, Connection connection)
    {
        _database = database;
        _connection = connection;
        Versions = new RowVersionCounter(database, connection);
    }

    public RowVersionCounter Versions { get; }

    /// <summary>Number of the last entry that this transaction has made in the <see cref="ChangeLog"/>; 0: none.
    /// </summary>
    public long OwnChange { get; set; }

    public bool HasBrought(TablePlan plan) =>
        _brought.TryGetValue(plan.Table.LogicalName, out TablePlan? here) && here == plan;

    /// <summary>The SQL table follows its description from now on, for others from the commit on.</summary>
    public void Bring(TablePlan plan) => _brought[plan.Table.LogicalName] = plan;

    public void Begin()
    {
        if (_database.IsFile)
        {
            _database.EnterWriter();
            _isWriter = true;
        }

        try
        {
            _connection.Prepare("BEGIN IMMEDIATE").Run();
        }
        catch (Exception)
        {
            LeaveWriter();
            throw;
        }
    }

    public void Commit()
    {
        Versions.Keep();
        if (OwnChange > 0)
        {
            _appliedBefore = _database.AppliedChange;
            _database.AppliedChange = OwnChange;
        }

        _connection.Prepare("COMMIT").Run();
        foreach (TablePlan plan in _brought.Values) _database.MarkBrought(plan);
        OwnChange = 0;
        Ended();
    }

    /// <summary>Does nothing if there is no transaction.</summary>
    public void Rollback()
    {
        try
        {
            if (_connection.InTransaction) _connection.Prepare("ROLLBACK").Run();
        }
        finally
        {
            if (OwnChange > 0 && _database.AppliedChange == OwnChange) _database.AppliedChange = _appliedBefore;
            OwnChange = 0;
            Ended();
        }
    }

    public bool SeesOthersWrites()
    {
        Statement read = _connection.Prepare("PRAGMA data_version");
        read.Step();
        long version = read.Long(0);
        read.Reset();
        if (version == _dataVersion) return false;
        _dataVersion = version;
        Versions.Read();
        return true;
    }

    private void Ended()
    {
        _brought.Clear();
        Versions.TransactionEnded();
        LeaveWriter();
    }

    private void LeaveWriter()
    {
        if (!_isWriter) return;
        _isWriter = false;
        _database.LeaveWriter();
    }
}
