namespace Dataverse.Local.Store;

internal enum ChangeKind
{
    /// <summary>A request in the journal of metadata.</summary>
    Metadata = 1,

    /// <summary>An imported package.</summary>
    Package = 2,

    /// <summary>Rows that are kept in memory too: steps, assemblies, custom APIs, users and their settings.</summary>
    Registration = 3,
}
