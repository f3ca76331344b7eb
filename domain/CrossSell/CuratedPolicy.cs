namespace CrmExtensions.Domain.CrossSell;

/// <summary>What is shown where both curated and learned partners of a product exist.</summary>
public enum CuratedPolicy
{
    /// <summary>Curated ones stand first.</summary>
    CuratedFirst = 0,

    /// <summary>All by score; a curated one that nobody bought counts as the best learned one.</summary>
    ByScore = 1,

    /// <summary>Learned partners of such a product are not shown.</summary>
    OnlyCurated = 2,
}
