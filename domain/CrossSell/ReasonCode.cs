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
}
