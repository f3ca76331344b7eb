namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Why points moved. The numbers are stored, and the name is part of the source key and of the hash: never
/// rename.
/// </summary>
public enum EntryKind
{
    /// <summary>A purchase reached the programme's milestone. Always more than 0 points.</summary>
    Earn = 0,

    /// <summary>A person or a workflow corrected the balance, with a reason. More or less than 0 points.</summary>
    Adjust = 1,
}
