using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>What a posting depends on besides the member's head and the draft.</summary>
public sealed class PostingTerms
{
    private PostingTerms(Day today, DebtPolicy debt)
    {
        Today = today;
        Debt = debt;
    }

    /// <summary>Today in the programme's time zone: decides which lots can be spent.</summary>
    public Day Today { get; }

    public DebtPolicy Debt { get; }

    public static PostingTerms On(Day today, DebtPolicy debt = DebtPolicy.Refuse) => new(today, debt);

    /// <summary>For a programme in UTC.</summary>
    internal static PostingTerms At(DateTime bookedOn, DebtPolicy debt) => new(Day.Of(bookedOn), debt);
}
