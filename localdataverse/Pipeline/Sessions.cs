using System;
using System.Collections.Concurrent;
using System.Threading;
using Dataverse.Local.Store;

namespace Dataverse.Local.Pipeline;

/// <summary>
/// Hands out units of work. In memory there is one session, and requests of several threads wait for one another;
/// on a file every request has its own session.
/// </summary>
internal sealed class Sessions : IDisposable
{
    private readonly Database _database;
    private readonly ConcurrentBag<UnitOfWork> _idle = [];
    private readonly Lock? _gate;
    private readonly UnitOfWork? _single;

    public Sessions(Database database, bool inMemory)
    {
        _database = database;
        if (inMemory)
        {
            _gate = new Lock();
            _single = new UnitOfWork(database.OpenSession());
        }
    }

    public UnitOfWork Rent()
    {
        if (_gate is null)
        {
            return _idle.TryTake(out UnitOfWork? unit) ? unit : new UnitOfWork(_database.OpenSession());
        }

        if (_gate.IsHeldByCurrentThread)
        {
            throw new InvalidOperationException(
                "A request from outside was made within another one. A plugin calls through its own service factory.");
        }

        _gate.Enter();
        return _single!;
    }

    public void Return(UnitOfWork unit)
    {
        if (_gate is null)
        {
            _idle.Add(unit);
        }
        else
        {
            _gate.Exit();
        }
    }

    public void Dispose()
    {
        _single?.Session.Dispose();
        foreach (UnitOfWork unit in _idle)
        {
            unit.Session.Dispose();
        }
    }
}
