using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;

namespace Dataverse.Local.Registration;

/// <summary>Builds the indexes of the alternate keys that wait for it; a key with duplicates fails.</summary>
internal static class KeyIndexJobs
{
    /// <summary>Number of indexes tried; none unless the options want them built in the background.</summary>
    public static int Run(Engine engine)
    {
        if (!engine.Options.KeyIndexesInBackground)
        {
            return 0;
        }

        int tried = 0;
        UnitOfWork unit = engine.Sessions.Rent();
        try
        {
            foreach (Table table in engine.Tables.Tables)
            {
                foreach (AlternateKey key in table.Keys.Where(key => key.IndexStatus == KeyIndexStatus.Pending))
                {
                    Build(engine, unit, table, key);
                    tried++;
                }
            }
        }
        finally
        {
            engine.Sessions.Return(unit);
        }

        return tried;
    }

    /// <summary>In one transaction, so that no duplicate comes between the look at the rows and the index.</summary>
    private static void Build(Engine engine, UnitOfWork unit, Table table, AlternateKey key)
    {
        unit.Begin();
        try
        {
            KeyIndexStatus status = KeyIndexes.Judge(unit.Session, table, key.Columns, background: false);
            engine.Tables.SetKeyStatus(table, key, status);
            unit.Session.Plan(table);
            unit.Commit();
        }
        catch
        {
            unit.Rollback();
            throw;
        }
    }
}
