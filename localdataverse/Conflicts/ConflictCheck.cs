namespace Dataverse.Local.Conflicts;

/// <summary>What happens to a transaction in which plugins could lose another transaction's update.</summary>
public enum ConflictCheck
{
    /// <summary>Nobody looks; requests cost nothing more.</summary>
    Off,

    /// <summary>The transaction is saved, and its conflicts are listed.</summary>
    Record,

    /// <summary>The transaction is rolled back with a <see cref="ConflictException"/>: for tests.</summary>
    Fail,
}
