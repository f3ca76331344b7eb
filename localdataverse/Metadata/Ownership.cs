namespace Dataverse.Local.Metadata;

/// <summary>Who owns a row. Fixed for ever when a table is created.</summary>
public enum Ownership
{
    None,
    User,
    Organization,
}
