namespace Dataverse.Local.Store;

/// <summary>One change of tables or registrations.</summary>
/// <param name="Id">Rises with every change of the file.</param>
/// <param name="Reference">Where the change itself is kept: position of the package, id of the request.</param>
internal sealed record Change(long Id, ChangeKind Kind, long Reference);
