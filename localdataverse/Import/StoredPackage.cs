namespace Dataverse.Local.Import;

/// <summary>
/// A package as it is kept in the database, and how many requests that created metadata came before it.
/// </summary>
internal sealed record StoredPackage(byte[] Zip, int MetadataBefore);
