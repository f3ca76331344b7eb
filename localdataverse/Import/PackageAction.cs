namespace Dataverse.Local.Import;

/// <summary>What was done with a kept package; numbers stand in database files.</summary>
internal enum PackageAction
{
    Update = 0,
    Stage = 1,
    Promote = 2,
    Upgrade = 3,
    Uninstall = 4,
}
