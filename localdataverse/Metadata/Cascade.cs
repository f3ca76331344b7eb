namespace Dataverse.Local.Metadata;

/// <summary>What an action on the referenced row does to the referencing rows; numbers as in the SDK's
/// CascadeType.</summary>
public enum Cascade
{
    NoCascade = 0,
    Cascade = 1,
    Active = 2,
    UserOwned = 3,
    RemoveLink = 4,
    Restrict = 5,
}
