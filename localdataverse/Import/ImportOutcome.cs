namespace Dataverse.Local.Import;

/// <summary>How an import relates to what was there before.</summary>
public enum ImportOutcome
{
    /// <summary>The solution was not there.</summary>
    Installed,

    /// <summary>A lower version was there; components that the package no longer holds stay.</summary>
    Updated,

    /// <summary>A lower version was there; components that the package no longer holds are deleted.</summary>
    Upgraded,

    /// <summary>A lower version is there; the package waits beside it for its promotion.</summary>
    Staged,

    /// <summary>The same version was there; the package was applied over it.</summary>
    Repeated,
}
