namespace CrmExtensions.Domain.Loyalty;

/// <summary>What becomes of the points of a member who leaves; a member in debt has none.</summary>
public sealed class LeavePlan
{
    /// <summary>For an entry of kind PayOut; zero or less.</summary>
    public int PaidOutPoints { get; init; }

    /// <summary>Money for the points that are paid out, in the programme's currency.</summary>
    public decimal PaidOutValue { get; init; }

    /// <summary>For an entry of kind Forfeit; zero or less.</summary>
    public int ForfeitedPoints { get; init; }

    /// <summary>Last day on which a frozen member may come back; null unless frozen.</summary>
    public Day? FrozenUntil { get; init; }

    /// <summary>Paying out is for what could be spent today; what is held back is lost.</summary>
    public static LeavePlan Of(Programme programme, MemberHead head, Day today)
    {
        int available = head.AvailableOn(today);
        int all = (int)head.Lots.Total;
        return programme.Moving.Leaving switch
        {
            LeavePolicy.PayOut => new LeavePlan
            {
                PaidOutPoints = -available,
                PaidOutValue = programme.Redemption.ValueOf(available),
                ForfeitedPoints = available - all,
            },
            LeavePolicy.Freeze => new LeavePlan { FrozenUntil = today.AddDays(programme.Moving.FreezeDays) },
            _ => new LeavePlan { ForfeitedPoints = -all },
        };
    }

    /// <summary>The freeze is over, or a person's data is erased: everything is lost with an entry that says so.
    /// Amounts,
    /// dates and document numbers of the ledger stay.</summary>
    public static LeavePlan Forfeit(MemberHead head) => new() { ForfeitedPoints = -(int)head.Lots.Total };
}
