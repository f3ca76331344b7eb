namespace CrmExtensions.Cli.Solution.Packing;

/// <summary>A managed package is what customers install; an unmanaged one opens everything for editing.</summary>
internal enum PackageType
{
    Unmanaged = 0,
    Managed = 1,
}
