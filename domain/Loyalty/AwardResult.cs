namespace CrmExtensions.Domain.Loyalty;

/// <summary>What a purchase gives under a programme.</summary>
public enum AwardResult
{
    Earned = 0,

    /// <summary>Less than one whole step of money, and no rule gives points either; a total of zero too.</summary>
    LessThanOneStep = 1,

    /// <summary>The rate would give more points than a balance can hold.</summary>
    TooManyPoints = 2,

    /// <summary>The amount is above what an entry can record, <see cref="BaseAmount.Highest"/>.</summary>
    AmountTooLarge = 3,

    /// <summary>A total below zero is no purchase: the document goes the way of a return.</summary>
    IsReturn = 4,

    /// <summary>The purchase is older than the membership, and the programme is not retroactive.</summary>
    BeforeJoining = 5,

    /// <summary>An exchange rate of zero or less says nothing about the amount.</summary>
    RatesAreUnusable = 6,
}
