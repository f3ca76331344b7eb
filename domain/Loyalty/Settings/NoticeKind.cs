namespace CrmExtensions.Domain.Loyalty;

/// <summary>How the people in charge learn of expiry and tiers. The numbers are stored: they are the distance from the
/// first option value of the choice.</summary>
public enum NoticeKind
{
    None = 0,

    /// <summary>A task for the owner of the member. The default.</summary>
    Task = 1,

    /// <summary>An email that a person sends.</summary>
    EmailDraft = 2,
}
