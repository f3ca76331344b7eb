namespace Dataverse.Local.Import;

/// <summary>
/// One import, promotion or uninstall as it is kept in the database, and how many requests that created metadata came
/// before it. The zip is empty where nothing was imported.
/// </summary>
internal sealed record StoredPackage(string Solution, PackageAction Action, byte[] Zip, int MetadataBefore);
