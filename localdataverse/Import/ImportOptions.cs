namespace Dataverse.Local.Import;

/// <summary>How a package is imported; the defaults are those of the import dialog for an update.</summary>
public sealed class ImportOptions
{
    /// <summary>
    /// Switches the package's steps on. False leaves every step of the package switched off, as on the platform.
    /// </summary>
    public bool PublishWorkflows { get; init; } = true;

    /// <summary>Values that administrators have changed in components of the solution are set back.</summary>
    public bool OverwriteUnmanagedCustomizations { get; init; }

    /// <summary>What becomes of components that the newer version lacks, and when.</summary>
    public ImportMode Mode { get; init; }
}
