using System;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Import;

/// <summary>Whether a package may follow what is installed, and what the import is then.</summary>
internal sealed class ImportVersions
{
    private readonly Engine _engine;
    private readonly Session _session;
    private readonly SolutionManifest _manifest;

    public ImportVersions(Engine engine, Session session, SolutionManifest manifest)
    {
        _engine = engine;
        _session = session;
        _manifest = manifest;
    }

    /// <summary>Unique name under which a newer version waits for its promotion.</summary>
    public static string HoldingOf(string solution) => solution + "_Upgrade";

    public ImportOutcome Compare(ImportMode mode)
    {
        Entity? known = Find(_manifest.UniqueName);
        if (known is null)
        {
            return mode == ImportMode.Holding ? throw WithoutBase() : ImportOutcome.Installed;
        }

        RefuseOtherKind(known);
        if (Find(HoldingOf(_manifest.UniqueName)) is not null)
        {
            throw ImportFault.Because(ImportErrorCodes.CannotUpgrade,
                $"The solution '{HoldingOf(_manifest.UniqueName)}' waits for its promotion. Promote it with "
                + "DeleteAndPromote, or delete it, before another import.");
        }

        Version version = Version.Parse(known.GetAttributeValue<string>("version"));
        int order = _manifest.Version.CompareTo(version);
        if (order < 0)
        {
            throw ImportFault.Because(ImportErrorCodes.CannotUpgrade,
                $"The solution '{_manifest.UniqueName}' is here in version {version}; version {_manifest.Version} is "
                + "lower and is not imported. Raise the version in Solution.xml.");
        }

        if (mode == ImportMode.Update)
        {
            return order > 0 ? ImportOutcome.Updated : ImportOutcome.Repeated;
        }

        if (order == 0)
        {
            throw ImportFault.Because(ImportErrorCodes.CannotUpgrade,
                $"The solution '{_manifest.UniqueName}' is here in version {version} already: an upgrade needs a "
                + "higher version. Raise the version in Solution.xml, or import as an update.");
        }

        if (!_manifest.IsManaged)
        {
            throw ImportFault.Because(ImportErrorCodes.Generic,
                $"The solution '{_manifest.UniqueName}' is unmanaged: only managed solutions are upgraded. "
                + "Import it as an update.");
        }

        return mode == ImportMode.Holding ? ImportOutcome.Staged : ImportOutcome.Upgraded;
    }

    private void RefuseOtherKind(Entity known)
    {
        bool isManaged = known.GetAttributeValue<bool>("ismanaged");
        if (isManaged != _manifest.IsManaged)
        {
            throw ImportFault.Because(
                isManaged ? ImportErrorCodes.PackageUnmanagedHereManaged : ImportErrorCodes.PackageManagedHereUnmanaged,
                $"The solution '{_manifest.UniqueName}' is here as {Kind(isManaged)}; the package is "
                + $"{Kind(_manifest.IsManaged)}. Import the {Kind(isManaged)} package, or use a new environment.");
        }

        Guid? publisher = known.GetAttributeValue<EntityReference>("publisherid")?.Id;
        if (publisher is not null && publisher != NameId.Of("publisher", _manifest.PublisherName))
        {
            throw ImportFault.Because(ImportErrorCodes.WrongPublisher,
                $"The publisher of the solution '{_manifest.UniqueName}' cannot change to "
                + $"'{_manifest.PublisherName}'.");
        }
    }

    private Exception WithoutBase() => ImportFault.Because(ImportErrorCodes.Generic,
        $"The solution '{_manifest.UniqueName}' is not installed: there is nothing to hold an upgrade for. "
        + "Import it without HoldingSolution.");

    private Entity? Find(string solution) => _session.Find(
        _engine.Tables.Get("solution"), NameId.Of("solution", solution),
        new ColumnSet("version", "ismanaged", "publisherid"));

    private static string Kind(bool isManaged) => isManaged ? "managed" : "unmanaged";
}
