namespace CrmExtensions.Domain.CrossSell;

/// <summary>Why something is suggested; the texts in the user's language stand elsewhere.</summary>
public enum ReasonCode
{
    /// <summary>Bought together in {Together} of {Baskets} orders with {With}, {Lift} times as often as
    /// expected.</summary>
    BoughtTogether = 0,

    /// <summary>Often bought with {With}; the numbers are too small or too even to be told.</summary>
    FitsWith = 1,

    /// <summary>In {Together} of {Baskets} orders.</summary>
    TopSeller = 2,

    /// <summary>Bought {Times} times, every {IntervalDays} days; last {DaysSince} days ago.</summary>
    DueByOwnRhythm = 3,

    /// <summary>Bought once; others buy it again after {IntervalDays} days, last {DaysSince} days ago.</summary>
    DueByOthersRhythm = 4,

    /// <summary>The product catalogue relates it to {With}.</summary>
    Curated = 5,

    /// <summary>Products of its family were in {Together} of {Baskets} orders with the family {With}.</summary>
    CategoriesTogether = 6,

    /// <summary>As <see cref="BoughtTogether"/>, by one customer within {WindowDays} days.</summary>
    BoughtWithinDays = 7,
}
