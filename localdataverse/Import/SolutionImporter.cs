using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dataverse.Local.Limits;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Dataverse.Local.Registration;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Import;

/// <summary>
/// Imports a package as a whole or not at all: it is read and checked before anything changes; rows are written in
/// one transaction; tables and registrations follow when nothing can refuse any more.
/// </summary>
internal sealed class SolutionImporter
{
    private readonly Engine _engine;

    public SolutionImporter(Engine engine) => _engine = engine;

    public ImportResult Import(SolutionPackage package, ImportOptions options)
    {
        UnitOfWork unit = _engine.Sessions.Rent();
        try
        {
            unit.Begin();
            ImportResult result = Import(unit, package, options);
            unit.Commit();
            return result;
        }
        catch
        {
            unit.Rollback();
            throw;
        }
        finally
        {
            _engine.Sessions.Return(unit);
        }
    }

    /// <summary>Inside an open transaction; tables and registrations change when it is committed.</summary>
    public ImportResult Import(UnitOfWork unit, SolutionPackage package, ImportOptions options)
    {
        PackageEffects effects = new(_engine);
        PackageReading reading = effects.Read(package);
        RefuseLargeFiles(reading);
        IReadOnlyList<ImportedComponent> tables = TableComponents.List(reading, _engine.Tables);
        ImportVersions versions = new(_engine, unit.Session, reading.Manifest);
        ImportOutcome outcome = versions.Compare(options.Mode);
        RefuseLostTypes(unit.Session, reading);
        PackageAction action = outcome switch
        {
            ImportOutcome.Staged => PackageAction.Stage,
            ImportOutcome.Upgraded => PackageAction.Upgrade,
            _ => PackageAction.Update,
        };
        DropChangedKeys(unit.Session, reading);
        ComponentRows rows = new(_engine, unit.Session, reading.Manifest)
        {
            Options = options,
            Before = Before(unit.Session, reading.Manifest, options),
            IsHolding = outcome == ImportOutcome.Staged,
        };
        rows.Write(reading);
        SolutionInventory inventory = SolutionInventory.Of(reading);
        ComponentRemoval? removal = null;
        if (outcome == ImportOutcome.Upgraded)
        {
            removal = Shrink(unit.Session, reading.Manifest.UniqueName, inventory);
            rows.ForgetComponentsBut(reading);
        }

        PackageStore.Create(unit.Session);
        PackageStore.Keep(
            unit.Session,
            new StoredPackage(reading.Manifest.UniqueName, action, package.Zip, 0),
            reading.Manifest.Version);
        IReadOnlyList<Step> steps = rows.ReadSteps(reading);
        unit.AfterCommit(() =>
        {
            effects.Apply(reading, action, inventory);
            effects.Register(steps);
            removal?.FromCatalog();
        });
        return new ImportResult(reading.Manifest.UniqueName, reading.Manifest.Version,
            reading.Manifest.IsManaged, outcome, [.. tables, .. reading.Components]);
    }

    /// <summary>DeleteAndPromote: the staged version takes the place of the older one.</summary>
    public Guid Promote(UnitOfWork unit, string solution)
    {
        Session session = unit.Session;
        string holding = ImportVersions.HoldingOf(solution);
        Table solutions = _engine.Tables.Get("solution");
        Entity staged = session.Find(solutions, NameId.Of("solution", holding), new(true))
            ?? throw Fault.Because(ErrorCodes.ObjectDoesNotExist,
                $"Solution '{holding}' was not found: import the new version with HoldingSolution first.");
        SolutionInventory inventory = _engine.Solutions.Of(holding);
        ComponentRemoval removal = Shrink(session, solution, inventory);
        string version = staged.GetAttributeValue<string>("version");
        PlatformRows rows = new(_engine, session);
        Guid id = NameId.Of("solution", solution);
        rows.Put(new Entity("solution", id) { ["version"] = version, ["updatedon"] = _engine.Now() });
        ComponentRows.MoveComponents(session, from: staged.Id, to: id);
        new RowRemover(session).Delete("solution", staged.Id);
        PackageStore.Keep(
            session, new StoredPackage(solution, PackageAction.Promote, [], 0), Version.Parse(version));
        unit.AfterCommit(() =>
        {
            _engine.Solutions.Remove(holding);
            _engine.Solutions.Replace(solution, inventory);
            removal.FromCatalog();
        });
        return id;
    }

    public static byte[] ReadAll(Stream stream)
    {
        using MemoryStream bytes = new();
        byte[] buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > SolutionZip.MaximumBytes)
            {
                throw ImportFault.Because(ImportErrorCodes.BadZipFile,
                    $"The solution file is invalid: it is larger than {SolutionZip.MaximumBytes / 1024 / 1024} MB.");
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Rows and data of what the new version lacks and no other solution brings.</summary>
    private ComponentRemoval Shrink(Session session, string solution, SolutionInventory kept)
    {
        SolutionInventory leaving = _engine.Solutions.Leaving(solution, kept);
        IReadOnlyList<Dependency> dependencies = DependencySearch.Find(session, leaving);
        if (dependencies.Count > 0)
        {
            DependencySide required = dependencies[0].Required;
            throw ImportFault.Because(ImportErrorCodes.ReferencedComponent,
                $"The {ComponentType.NameOf(required.Type)}({required.Name}) component cannot be deleted because it "
                + $"is referenced by {dependencies.Count} other components. {dependencies[0]}. "
                + "Take the dependent component away, or keep the component in the new version.");
        }

        ComponentRemoval removal = new(_engine, leaving);
        removal.FromStore(session);
        return removal;
    }

    private PackageReading? Before(Session session, SolutionManifest manifest, ImportOptions options)
    {
        if (options.OverwriteUnmanagedCustomizations || !manifest.IsManaged)
        {
            return null;
        }

        PackageStore.Create(session);
        return PackageStore.Present(session, manifest.UniqueName) is byte[] zip
            ? new PackageEffects(_engine).Read(SolutionPackage.Of(zip))
            : null;
    }

    /// <summary>A class whose type is registered must be in the dll that takes the old one's place.</summary>
    private void RefuseLostTypes(Session session, PackageReading reading)
    {
        foreach (AssemblyDefinition assembly in reading.Assemblies)
        {
            AssemblyRows.RefuseMissingTypes(
                AssemblyRows.TypeNamesOf(session, assembly.Id), DllSurface.Read(assembly.Content)!);
        }
    }

    /// <summary>The index of a key is built anew when its columns have changed; duplicates make it fail.</summary>
    private void DropChangedKeys(Session session, PackageReading reading)
    {
        foreach (TableDefinition definition in reading.Tables)
        {
            Table? table = _engine.Tables.Find(definition.LogicalName);
            foreach (AlternateKey key in definition.Keys)
            {
                AlternateKey? known = table?.Keys.FirstOrDefault(other => other.LogicalName == key.LogicalName);
                if (known is not null && known.Columns.SequenceEqual(key.Columns))
                {
                    key.IndexStatus = known.IndexStatus;
                    continue;
                }

                if (known is not null)
                {
                    new SchemaRemover(session.Connection).DropKey(table!, key.LogicalName);
                }

                key.IndexStatus = KeyIndexes.Judge(
                    session, table, key.Columns, _engine.Options.KeyIndexesInBackground);
            }
        }
    }

    private void RefuseLargeFiles(PackageReading reading)
    {
        foreach (SolutionPart part in reading.Parts.Where(part => part.Kind == "WebResource"))
        {
            WebResourceSize.Check(part.Content?.Length ?? 0, _engine.Options.Limits.WebResourceBytes);
        }
    }
}
