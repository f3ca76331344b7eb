namespace CrmExtensions.Domain.CrossSell;

/// <summary>What people have decided about a learned pair.</summary>
public enum AffinityState
{
    Learned = 0,
    Proposed = 1,
    Approved = 2,

    /// <summary>Neither shown nor proposed any more.</summary>
    Refused = 3,
}
