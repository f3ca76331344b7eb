namespace Dataverse.Local.Import;

/// <summary>How an import relates to what was there before.</summary>
public enum ImportOutcome
{
    /// <summary>The solution was not there.</summary>
    Installed,

    /// <summary>A lower version was there; components that the package no longer holds stay.</summary>
    Updated,

    /// <summary>The same version was there; the package was applied over it.</summary>
    Repeated,
}
