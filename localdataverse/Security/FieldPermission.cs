namespace Dataverse.Local.Security;

/// <summary>One row of fieldpermission.</summary>
internal sealed record FieldPermission(string Table, string Column)
{
    public bool CanRead { get; init; }

    public bool CanCreate { get; init; }

    public bool CanUpdate { get; init; }
}
