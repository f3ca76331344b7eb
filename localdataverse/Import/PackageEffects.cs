using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Dataverse.Local.Registration;

namespace Dataverse.Local.Import;

/// <summary>What a package does outside of the database: catalog, registry, and who has brought what.</summary>
internal sealed class PackageEffects
{
    private readonly Engine _engine;

    public PackageEffects(Engine engine) => _engine = engine;

    public PackageReading Read(SolutionPackage package)
    {
        HashSet<string> messages =
        [
            .. _engine.Handlers.Messages, .. PlatformMessages.WithPublicId,
            .. _engine.Registry.CustomApis.Select(api => api.UniqueName),
        ];
        return PackageReader.Read(package.Parts, _engine.Tables, messages);
    }

    public void Apply(PackageReading reading, PackageAction action, SolutionInventory inventory)
    {
        string solution = reading.Manifest.UniqueName;
        new CatalogApplier(reading, _engine.Tables).Apply();
        Register(reading);
        if (action == PackageAction.Upgrade)
        {
            _engine.Solutions.Replace(solution, inventory);
        }
        else
        {
            _engine.Solutions.Add(
                action == PackageAction.Stage ? ImportVersions.HoldingOf(solution) : solution, inventory);
        }
    }

    /// <summary>The steps as their rows say: with what administrators have changed, and on or off.</summary>
    public void Register(IEnumerable<Step> steps)
    {
        foreach (Step step in steps)
        {
            _engine.Registry.Add(step);
        }
    }

    /// <summary>The same for an entry of the kept packages, when a file is opened.</summary>
    public void Repeat(StoredPackage package)
    {
        string solution = package.Solution;
        InstalledSolutions solutions = _engine.Solutions;
        if (package.Action is PackageAction.Promote or PackageAction.Uninstall)
        {
            string holding = ImportVersions.HoldingOf(solution);
            SolutionInventory? kept = package.Action == PackageAction.Promote ? solutions.Of(holding) : null;
            SolutionInventory leaving = solutions.Leaving(solution, kept);
            solutions.Remove(holding);
            solutions.Remove(solution);
            if (kept is not null)
            {
                solutions.Add(solution, kept);
            }

            new ComponentRemoval(_engine, leaving).FromCatalog();
            return;
        }

        PackageReading reading = Read(SolutionPackage.Of(package.Zip));
        SolutionInventory inventory = SolutionInventory.Of(reading);
        SolutionInventory gone = package.Action == PackageAction.Upgrade
            ? solutions.Leaving(solution, inventory)
            : new SolutionInventory();
        Apply(reading, package.Action, inventory);
        Register(reading.Steps);
        new ComponentRemoval(_engine, gone).FromCatalog();
    }

    private void Register(PackageReading reading)
    {
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

        foreach (CustomApi api in reading.CustomApis)
        {
            registry.Add(api);
        }

        foreach (SolutionPart part in reading.Parts)
        {
            registry.Add(part);
        }
    }
}
