namespace Dataverse.Local.Metadata;

/// <summary>How strongly a value is demanded. Only <see cref="System"/> is enforced by the platform itself; business
/// required (<see cref="Application"/>) binds forms, never the API.</summary>
public enum RequiredLevel
{
    None = 0,
    System = 1,
    Application = 2,
    Recommended = 3,
}
