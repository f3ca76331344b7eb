namespace CrmExtensions.Solution.Tests;

/// <summary>
/// The names that users of the solution see, written down a second time on purpose: a renamed table, column or message
/// breaks what customers have built on it, and then a test has to say so.
/// </summary>
internal static class Crmx
{
    public const string Program = "crmx_loyaltyprogram";
    public const string Member = "crmx_loyaltymember";
    public const string Entry = "crmx_loyaltyentry";
    public const string AdjustPoints = "crmx_AdjustPoints";

    public const string ClerkRole = "CrmExtensions Loyalty Clerk";
    public const string SupervisorRole = "CrmExtensions Loyalty Supervisor";

    /// <summary>The first value of every choice.</summary>
    public const int FirstOption = 884320000;
}
