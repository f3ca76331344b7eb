namespace CrmExtensions.Domain.Churn;

/// <summary>What a win-back has shown. The numbers are stored.</summary>
public enum WinBackVerdict
{
    /// <summary>Fewer than thirty customers in a group.</summary>
    TooFew = 0,

    /// <summary>The difference may be chance.</summary>
    NotShown = 1,

    /// <summary>More of the treated customers ordered.</summary>
    Works = 2,

    /// <summary>Fewer of them did.</summary>
    Harms = 3,
}
