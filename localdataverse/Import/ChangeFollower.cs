using System.Threading;
using Dataverse.Local.Messages.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Registration;
using Dataverse.Local.Store;

namespace Dataverse.Local.Import;

/// <summary>
/// Follows what other environments on the same file have changed in tables and registrations since this one looked
/// last. It looks when a request begins and again when it holds the write lock; a request that runs meanwhile keeps
/// the steps that it started with, as on the platform, where every server has its own cache.
/// </summary>
internal sealed class ChangeFollower
{
    private readonly Engine _engine;
    private readonly Lock _gate = new();
    private volatile bool _isActive;

    public ChangeFollower(Engine engine) => _engine = engine;

    /// <summary>Everything up to this change is known: the environment has just been read from the file.</summary>
    public void StartFrom(long change)
    {
        _engine.Database.AppliedChange = change;
        _isActive = true;
    }

    public void Follow(Session session)
    {
        if (!_isActive || !session.SeesOthersWrites())
        {
            return;
        }

        lock (_gate)
        {
            foreach (Change change in ChangeLog.Since(session, _engine.Database.AppliedChange))
            {
                Apply(session, change);
                _engine.Database.AppliedChange = change.Id;
            }
        }
    }

    private void Apply(Session session, Change change)
    {
        switch (change.Kind)
        {
            case ChangeKind.Package:
                new PackageEffects(_engine).Repeat(PackageStore.ReadOne(session, change.Reference));
                break;
            case ChangeKind.Registration:
                RestoredRegistrations.Into(_engine, session, opening: false);
                _engine.Readers.ForgetAll();
                break;
            default:
                MetadataReplay.Into(_engine.Tables, [MetadataJournal.ReadOne(session, change.Reference)]);
                break;
        }
    }
}
