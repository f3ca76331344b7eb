using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>When points can be spent and when they end.</summary>
public sealed class ExpirySettings
{
    public const int LongestHoldingDays = 365;
    public const int MostMonths = 1200;
    public const int MostYears = 100;

    /// <summary>Days in which new points cannot be spent yet; 0 to 365, default 0.</summary>
    public int HoldingDays { get; init; }

    public ExpiryKind Kind { get; init; } = ExpiryKind.Never;

    /// <summary>For rolling months and inactivity; 1 to 1,200.</summary>
    public int Months { get; init; }

    /// <summary>For end of year and fixed date; 0 to 100, default 0.</summary>
    public int Years { get; init; }

    /// <summary>For the fixed date; 1 to 12.</summary>
    public int FixedMonth { get; init; } = 12;

    /// <summary>For the fixed date; 1 to 31, in a shorter month its last day.</summary>
    public int FixedDay { get; init; } = 31;

    public ExpiryMode Mode { get; init; } = ExpiryMode.Static;

    /// <summary>Whether a correction by hand keeps the points of an inactive member alive; default no.</summary>
    public bool AdjustmentIsActivity { get; init; }

    /// <summary>Whether a return does; default no.</summary>
    public bool ReturnIsActivity { get; init; }

    /// <summary>Days that points get which come back after their last day; 0 to 365, default 14.</summary>
    public int GraceDays { get; init; } = 14;

    /// <summary>How many days before the end members are reminded; each 1 to 365, default 30.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = new[] { 30 };

    public ProgrammeFault Check()
    {
        if (HoldingDays is < 0 or > LongestHoldingDays) return ProgrammeFault.HoldingDaysMustBeFrom0To365;
        if (!Enum.IsDefined(typeof(ExpiryKind), Kind)) return ProgrammeFault.ExpiryKindIsUnknown;
        if (!Enum.IsDefined(typeof(ExpiryMode), Mode)) return ProgrammeFault.ExpiryModeIsUnknown;
        if (Kind is ExpiryKind.RollingMonths or ExpiryKind.Inactivity && Months is < 1 or > MostMonths)
            return ProgrammeFault.ExpiryMonthsMustBeFrom1To1200;
        if (Kind is ExpiryKind.EndOfYear or ExpiryKind.FixedDate && Years is < 0 or > MostYears)
            return ProgrammeFault.ExpiryYearsMustBeFrom0To100;
        if (Kind == ExpiryKind.FixedDate && (FixedMonth is < 1 or > 12 || FixedDay is < 1 or > 31))
            return ProgrammeFault.FixedExpiryDateIsNoDate;
        if (GraceDays is < 0 or > LongestHoldingDays) return ProgrammeFault.GraceDaysMustBeFrom0To365;
        return ReminderDays.All(days => days is >= 1 and <= 365)
            ? ProgrammeFault.None
            : ProgrammeFault.ReminderDaysMustBeFrom1To365;
    }
}
