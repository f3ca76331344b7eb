namespace Dataverse.Local.Import;

/// <summary>How a newer version of a solution follows the older one.</summary>
public enum ImportMode
{
    /// <summary>Adds and changes; components that the newer version lacks stay.</summary>
    Update,

    /// <summary>
    /// Beside the older version, as <c>name_Upgrade</c>; the components go when it is promoted (DeleteAndPromote).
    /// </summary>
    Holding,

    /// <summary>Both at once: components that the newer version lacks are deleted with their data.</summary>
    Upgrade,
}
