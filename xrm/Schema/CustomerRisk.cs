namespace CrmExtensions.Xrm.Schema;

/// <summary>
/// What accounts and contacts show of their orders, risk and value. The assessment has columns of the same names, so
/// that one list of values serves both.
/// </summary>
internal static class CustomerRisk
{
    public const string AccountTable = Customer.AccountTable, ContactTable = Customer.ContactTable;

    /// <summary>Written by us, and emptied by an objection to profiling.</summary>
    public static string[] Shown() => new[]
    {
        Columns.OrdersCounted, Columns.FirstOrderOn, Columns.FirstOrderAmount, Columns.LastOrderOn,
        Columns.LastOrderAmount, Columns.TotalSpend, Columns.MeanDaysBetweenOrders, Columns.OrderProbability,
        Columns.RiskLevel, Columns.RiskState, Columns.RiskBasis, Columns.MediumRiskOn, Columns.HighRiskOn,
        Columns.ChurnedOn, Columns.ExpectedValue, Columns.RfmSegment, Columns.RfmScore, Columns.ValueSegment,
        Columns.RiskReasons, Columns.CategoryWarning,
        Columns.LastNps,
    };

    /// <summary>Of the shown ones those that the assessment's row has not.</summary>
    public static string[] OnlyOnCustomer() => new[]
    {
        Columns.RiskReasons, Columns.CategoryWarning, Columns.LastNps,
    };

    /// <summary>Set by people.</summary>
    public static string[] Said() => new[]
    {
        Columns.ProfilingConsent, Columns.ProfilingConsentOn, Columns.NotAtRiskUntil, Columns.NotAtRiskReason,
    };

    public static class Columns
    {
        public const string OrdersCounted = "crmx_orderscounted", FirstOrderOn = "crmx_firstorderon";
        public const string FirstOrderAmount = "crmx_firstorderamount", LastOrderOn = "crmx_lastorderon";
        public const string LastOrderAmount = "crmx_lastorderamount", TotalSpend = "crmx_totalspend";
        public const string MeanDaysBetweenOrders = "crmx_meandaysbetweenorders";
        public const string OrderProbability = "crmx_orderprobability", RiskLevel = "crmx_risklevel";
        public const string RiskState = "crmx_riskstate", RiskBasis = "crmx_riskbasis";
        public const string MediumRiskOn = "crmx_mediumriskon", HighRiskOn = "crmx_highriskon";
        public const string ChurnedOn = "crmx_churnedon", ExpectedValue = "crmx_expectedvalue";
        public const string RfmSegment = "crmx_rfmsegment", RfmScore = "crmx_rfmscore";
        public const string ValueSegment = "crmx_valuesegment", RiskReasons = "crmx_riskreasons";
        public const string CategoryWarning = "crmx_categorywarning", LastNps = "crmx_lastnps";
        public const string ProfilingConsent = "crmx_profilingconsent", ProfilingConsentOn = "crmx_profilingconsenton";
        public const string NotAtRiskUntil = "crmx_notatriskuntil", NotAtRiskReason = "crmx_notatriskreason";
    }
}
