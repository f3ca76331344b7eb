using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Messages.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Registration;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Import;

/// <summary>
/// Brings back what earlier imports and metadata messages brought, in the order in which they came, when a file is
/// opened; then the rows of registrations decide.
/// </summary>
internal static class SolutionRestore
{
    public static void Run(Engine engine)
    {
        UnitOfWork unit = engine.Sessions.Rent();
        try
        {
            unit.Session.Begin();
            PackageStore.Create(unit.Session);
            PackageEffects effects = new(engine);
            IReadOnlyList<OrganizationRequest> metadata = MetadataJournal.Read(unit.Session);
            int repeated = 0;
            foreach (StoredPackage package in PackageStore.ReadAll(unit.Session))
            {
                MetadataReplay.Into(engine.Tables, metadata.Take(package.MetadataBefore).Skip(repeated));
                repeated = package.MetadataBefore;
                effects.Repeat(package);
            }

            MetadataReplay.Into(engine.Tables, metadata.Skip(repeated));
            if (engine.Database.IsFile)
            {
                RestoredRegistrations.Into(engine, unit.Session, opening: true);
                engine.Changes.StartFrom(ChangeLog.Last(unit.Session));
                KeyIndexes.Settle(unit.Session, engine.Tables, engine.Options.KeyIndexesInBackground);
            }

            unit.Session.Commit();
        }
        catch
        {
            unit.Session.Rollback();
            throw;
        }
        finally
        {
            engine.Sessions.Return(unit);
        }
    }
}
