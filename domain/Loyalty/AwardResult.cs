namespace CrmExtensions.Domain.Loyalty;

/// <summary>What a purchase gives under a programme.</summary>
public enum AwardResult
{
    Earned = 0,

    /// <summary>Less than one whole step of money; zero and negative totals too.</summary>
    LessThanOneStep = 1,

    /// <summary>The rate would give more points than a balance can hold.</summary>
    TooManyPoints = 2,

    /// <summary>The amount is above what an entry can record, <see cref="BaseAmount.Highest"/>.</summary>
    AmountTooLarge = 3,
}
