namespace CrmExtensions.Xrm.Schema;

/// <summary>Names of the messages about risk and value. The customer is Account or Contact, exactly one.</summary>
internal static class ChurnApis
{
    public static class AssessCustomer
    {
        public const string Name = "crmx_AssessCustomer";
        public const string State = "State", Level = "Level", Basis = "Basis", IsAssessed = "IsAssessed";
        public const string HighRiskOn = "HighRiskOn";
    }

    public static class GetRisk
    {
        public const string Name = "crmx_GetRisk";
        public const string State = "State", Level = "Level", Standing = "Standing", Basis = "Basis";
        public const string Probability = "Probability", Chance = "Chance", Customers = "Customers";
        public const string Reasons = "Reasons", Outlook = "Outlook", Value = "Value", Formula = "Formula";
        public const string MediumRiskOn = "MediumRiskOn", HighRiskOn = "HighRiskOn", ChurnedOn = "ChurnedOn";
        public const string GroupCustomers = "GroupCustomers", GroupOrders = "GroupOrders";
        public const string GroupRevenue = "GroupRevenue", GroupRevenueAtRisk = "GroupRevenueAtRisk";
        public const string GroupLevel = "GroupLevel", GroupLastOrderOn = "GroupLastOrderOn";
    }

    public static class TrainChurn
    {
        public const string Name = "crmx_TrainChurn";
        public const string ModelRunId = "ModelRunId";
    }

    public static class PreviewThresholds
    {
        public const string Name = "crmx_PreviewThresholds";
        public const string Settings = "Settings", Cursor = "Cursor", Count = "Count";
        public const string Customers = "Customers", Moved = "Moved", Levels = "Levels", List = "List";
        public const string Segments = "Segments", SegmentList = "SegmentList", NextCursor = "NextCursor";
    }
}
