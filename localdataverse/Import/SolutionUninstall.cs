using System;
using System.Collections.Generic;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Import;

/// <summary>
/// Deleting the row of a managed solution takes everything away that it has brought, tables with their rows included,
/// unless something else depends on it. An unmanaged solution is only a list: its components stay.
/// </summary>
internal static class SolutionUninstall
{
    public static void Run(Operation operation, Entity solution)
    {
        Engine engine = operation.Engine;
        Session session = operation.Session;
        string name = solution.GetAttributeValue<string>("uniquename");
        bool isManaged = solution.GetAttributeValue<bool?>("ismanaged") == true;
        SolutionInventory leaving = isManaged ? engine.Solutions.Leaving(name, null) : new SolutionInventory();
        IReadOnlyList<Dependency> dependencies = DependencySearch.Find(session, leaving);
        if (dependencies.Count > 0)
        {
            throw ImportFault.Because(ImportErrorCodes.DependenciesExist,
                $"Solution dependencies exist, cannot uninstall. DependencyCount : {dependencies.Count}\n"
                + string.Join("\n", dependencies));
        }

        ComponentRemoval removal = new(engine, leaving);
        removal.FromStore(session);
        ComponentRows.DeleteComponents(session, solution.Id);
        PackageStore.Create(session);
        Version version = Version.Parse(solution.GetAttributeValue<string>("version") ?? "1.0");
        PackageStore.Keep(session, new StoredPackage(name, PackageAction.Uninstall, [], 0), version);
        operation.Unit.AfterCommit(() =>
        {
            engine.Solutions.Remove(name);
            removal.FromCatalog();
        });
    }
}
