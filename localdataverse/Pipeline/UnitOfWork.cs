using System;
using System.Collections.Generic;
using Dataverse.Local.Async;
using Dataverse.Local.Conflicts;
using Dataverse.Local.Import;
using Dataverse.Local.Store;

namespace Dataverse.Local.Pipeline;

/// <summary>One session on the database, the transaction on it and the system jobs that wait for its commit.</summary>
internal sealed class UnitOfWork
{
    private readonly List<SystemJob> _jobs = [];
    private readonly List<Action> _afterCommit = [];
    private readonly Dictionary<Type, object> _notes = [];

    public UnitOfWork(Session session) => Session = session;

    public Session Session { get; }

    public bool InTransaction { get; private set; }

    /// <summary>
    /// A request inside the transaction has faulted: nothing of it can be saved, whoever catches the fault.
    /// </summary>
    public bool IsDoomed { get; private set; }

    /// <summary>Null: nobody looks for conflicts.</summary>
    public ConflictWatch? Watch { get; init; }

    /// <summary>Null in memory, where nobody else can change anything.</summary>
    public ChangeFollower? Changes { get; init; }

    /// <summary>When the request from outside began that all others of this unit belong to.</summary>
    public DateTimeOffset StartedOn { get; set; }

    public void Begin()
    {
        Session.Begin();
        InTransaction = true;
        IsDoomed = false;
        Changes?.Follow(Session);
    }

    public void Doom() => IsDoomed |= InTransaction;

    public void Add(SystemJob job) => _jobs.Add(job);

    /// <summary>
    /// For what is kept outside of the database (registrations, the catalog): a rollback forgets it.
    /// </summary>
    public void AfterCommit(Action action)
    {
        if (_afterCommit.Count == 0)
        {
            ChangeLog.Append(Session, ChangeKind.Registration, 0);
        }

        _afterCommit.Add(action);
    }

    /// <summary>
    /// What a module of table rules must remember until the transaction ends; made when first asked for.
    /// </summary>
    public T Note<T>()
        where T : class, new()
    {
        if (!_notes.TryGetValue(typeof(T), out object? note))
        {
            _notes.Add(typeof(T), note = new T());
        }

        return (T)note;
    }

    /// <summary>Whether the transaction has noted something of this kind.</summary>
    public bool HasNote<T>() => _notes.ContainsKey(typeof(T));

    /// <summary>Saves, and hands over the jobs that may run now.</summary>
    public IReadOnlyList<SystemJob> Commit()
    {
        Watch?.BeforeCommit();
        Session.Commit();
        Watch?.Forget();
        InTransaction = false;
        SystemJob[] due = _jobs.ToArray();
        Action[] actions = _afterCommit.ToArray();
        _jobs.Clear();
        _notes.Clear();
        _afterCommit.Clear();
        foreach (Action action in actions)
        {
            action();
        }

        return due;
    }

    /// <summary>Takes back every write and every job of the transaction.</summary>
    public void Rollback()
    {
        Watch?.Forget();
        _jobs.Clear();
        _notes.Clear();
        _afterCommit.Clear();
        InTransaction = false;
        IsDoomed = false;
        Session.Rollback();
    }
}
