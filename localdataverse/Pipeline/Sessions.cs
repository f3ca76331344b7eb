using System;
using System.Collections.Concurrent;
using System.Threading;
using Dataverse.Local.Conflicts;
using Dataverse.Local.Store;

namespace Dataverse.Local.Pipeline;

/// <summary>
/// Hands out units of work. In memory there is one session, and requests of several threads wait for one another;
/// on a file every request has its own session, and those beyond the limit wait for a free one.
/// </summary>
internal sealed class Sessions : IDisposable
{
    private const int MostOnFile = 32;

    private readonly Engine _engine;
    private readonly ConcurrentBag<UnitOfWork> _idle = [];
    private readonly SemaphoreSlim? _free;
    private readonly Lock? _gate;
    private readonly UnitOfWork? _single;

    public Sessions(Engine engine)
    {
        _engine = engine;
        if (engine.Database.IsFile)
        {
            _free = new SemaphoreSlim(MostOnFile);
        }
        else
        {
            _gate = new Lock();
            _single = Make();
        }
    }

    /// <summary>The time of the operation runs from here: waiting for others does not count.</summary>
    public UnitOfWork Rent()
    {
        UnitOfWork unit = Take();
        _engine.Time.Start(unit);
        return unit;
    }

    private UnitOfWork Take()
    {
        if (_gate is null)
        {
            return RentOnFile();
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
        unit.Watch?.Forget();
        if (_gate is null)
        {
            _idle.Add(unit);
            _free!.Release();
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

        _free?.Dispose();
    }

    private UnitOfWork RentOnFile()
    {
        if (!_free!.Wait(_engine.Database.LockTimeout))
        {
            throw StoreFault.SqlTimedOut();
        }

        UnitOfWork? unit = null;
        try
        {
            unit = _idle.TryTake(out UnitOfWork? idle) ? idle : Make();
            _engine.Changes.Follow(unit.Session);
            return unit;
        }
        catch (Exception)
        {
            if (unit is not null)
            {
                _idle.Add(unit);
            }

            _free.Release();
            throw;
        }
    }

    private UnitOfWork Make()
    {
        Session session = _engine.Database.OpenSession();
        ConflictWatch? watch = _engine.Options.Conflicts == ConflictCheck.Off ? null : new(_engine.Conflicts);
        session.OnWrite = watch is null ? null : watch.Locked;
        return new UnitOfWork(session)
        {
            Watch = watch,
            Changes = _engine.Database.IsFile ? _engine.Changes : null,
        };
    }
}
