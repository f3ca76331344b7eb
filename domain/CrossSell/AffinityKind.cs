namespace CrmExtensions.Domain.CrossSell;

/// <summary>Where a pair of products comes from; the last two forbid instead of recommending.</summary>
public enum AffinityKind
{
    Learned = 0,
    LearnedWithinDays = 1,

    /// <summary>The partner is the best seller of a family that is bought together with this family.</summary>
    LearnedFromCategories = 2,

    Curated = 3,
    Substitute = 4,

    /// <summary>One is a part of the other, a bundle or a kit.</summary>
    Bundle = 5,
}
