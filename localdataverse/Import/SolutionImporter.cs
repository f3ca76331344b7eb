using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Dataverse.Local.Messages.Metadata;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Dataverse.Local.Registration;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Import;

/// <summary>
/// Imports a package as a whole or not at all: it is read and checked before anything changes; rows are written in
/// one transaction; tables and registrations follow when nothing can refuse any more.
/// </summary>
internal sealed class SolutionImporter
{
    private readonly Engine _engine;

    public SolutionImporter(Engine engine) => _engine = engine;

    public ImportResult Import(Stream stream)
    {
        byte[] zip = ReadAll(stream);
        PackageReading reading = PackageReader.Read(zip, _engine.Tables, Messages());
        IReadOnlyList<ImportedComponent> tables = TableComponents.List(reading, _engine.Tables);
        UnitOfWork unit = _engine.Sessions.Rent();
        try
        {
            unit.Begin();
            ImportOutcome outcome = Compare(unit.Session, reading.Manifest);
            Write(unit.Session, reading, zip);
            Apply(reading);
            unit.Commit();
            return new ImportResult(reading.Manifest.UniqueName, reading.Manifest.Version,
                reading.Manifest.IsManaged, outcome, [.. tables, .. reading.Components]);
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

    /// <summary>
    /// Brings back what earlier imports and metadata messages brought, in the order in which they came, when a file
    /// is opened.
    /// </summary>
    public void Restore()
    {
        UnitOfWork unit = _engine.Sessions.Rent();
        try
        {
            PackageStore.Create(unit.Session);
            IReadOnlyList<OrganizationRequest> metadata = MetadataJournal.Read(unit.Session);
            int repeated = 0;
            foreach (StoredPackage package in PackageStore.ReadAll(unit.Session))
            {
                MetadataReplay.Into(_engine.Tables, metadata.Take(package.MetadataBefore).Skip(repeated));
                repeated = package.MetadataBefore;
                Apply(PackageReader.Read(package.Zip, _engine.Tables, Messages()));
            }

            MetadataReplay.Into(_engine.Tables, metadata.Skip(repeated));
            if (_engine.Database.IsFile)
            {
                RestoredRegistrations.Into(_engine, unit.Session);
            }
        }
        finally
        {
            _engine.Sessions.Return(unit);
        }
    }

    private HashSet<string> Messages() =>
    [
        .. _engine.Handlers.Messages, .. PlatformMessages.WithPublicId,
        .. _engine.Registry.CustomApis.Select(api => api.UniqueName),
    ];

    private static byte[] ReadAll(Stream stream)
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

    private ImportOutcome Compare(Session session, SolutionManifest manifest)
    {
        Entity? known = session.Find(_engine.Tables.Get("solution"), NameId.Of("solution", manifest.UniqueName),
            new ColumnSet("version", "ismanaged", "publisherid"));
        if (known is null)
        {
            return ImportOutcome.Installed;
        }

        bool isManaged = known.GetAttributeValue<bool>("ismanaged");
        if (isManaged != manifest.IsManaged)
        {
            throw ImportFault.Because(
                isManaged ? ImportErrorCodes.PackageUnmanagedHereManaged : ImportErrorCodes.PackageManagedHereUnmanaged,
                $"The solution '{manifest.UniqueName}' is here as {Kind(isManaged)}; the package is "
                + $"{Kind(manifest.IsManaged)}. Import the {Kind(isManaged)} package, or use a new environment.");
        }

        Guid? publisher = known.GetAttributeValue<EntityReference>("publisherid")?.Id;
        if (publisher is not null && publisher != NameId.Of("publisher", manifest.PublisherName))
        {
            throw ImportFault.Because(ImportErrorCodes.WrongPublisher,
                $"The publisher of the solution '{manifest.UniqueName}' cannot change to '{manifest.PublisherName}'.");
        }

        Version version = Version.Parse(known.GetAttributeValue<string>("version"));
        return manifest.Version.CompareTo(version) switch
        {
            > 0 => ImportOutcome.Updated,
            0 => ImportOutcome.Repeated,
            _ => throw ImportFault.Because(ImportErrorCodes.CannotUpgrade,
                $"The solution '{manifest.UniqueName}' is here in version {version}; version {manifest.Version} is "
                + "lower and is not imported. Raise the version in Solution.xml."),
        };
    }

    private static string Kind(bool isManaged) => isManaged ? "managed" : "unmanaged";

    private void Write(Session session, PackageReading reading, byte[] zip)
    {
        PackageStore.Create(session);
        ComponentRows rows = new(_engine, session, reading.Manifest);
        rows.RemoveSteps(FormerSteps(reading), reading.Steps);
        rows.Write(reading);
        PackageStore.Keep(session, reading.Manifest, zip);
    }

    /// <summary>Steps that an earlier import of the solution brought.</summary>
    private IEnumerable<Step> FormerSteps(PackageReading reading) =>
        _engine.Registry.Steps.Where(step => step.Solution == reading.Manifest.UniqueName);

    private void Apply(PackageReading reading)
    {
        new CatalogApplier(reading, _engine.Tables).Apply();
        Registry registry = _engine.Registry;
        foreach (AssemblyDefinition assembly in reading.Assemblies)
        {
            registry.Add(new PluginAssembly
            {
                Name = assembly.Name,
                Version = new AssemblyName(assembly.FullName).Version!.ToString(),
                Content = assembly.Content,
                Types = [.. assembly.Types.Select(type => type.FullName)],
                Solution = reading.Manifest.UniqueName,
            });
            _engine.Plugins.Forget(assembly.Name);
        }

        registry.RemoveSteps(FormerSteps(reading).Select(step => step.Id));
        foreach (Step step in reading.Steps)
        {
            registry.Add(step);
        }

        foreach (CustomApi api in reading.CustomApis)
        {
            registry.Add(api);
        }

        foreach (SolutionPart part in reading.Parts)
        {
            registry.Add(part);
        }

        _engine.Solutions.Add(reading.Manifest.UniqueName, SolutionInventory.Of(reading));
    }
}
