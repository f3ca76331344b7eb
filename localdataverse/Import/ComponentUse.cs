namespace Dataverse.Local.Import;

/// <summary>What became of a component.</summary>
public enum ComponentUse
{
    /// <summary>It is in force.</summary>
    Applied,

    /// <summary>It is stored and can be queried or exported, but nothing here acts on it.</summary>
    Kept,
}
