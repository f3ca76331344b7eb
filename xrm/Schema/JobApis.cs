namespace CrmExtensions.Xrm.Schema;

/// <summary>Names of the messages that keep the scheduled work going, and of their parameters.</summary>
internal static class JobApis
{
    public const string Programme = "Programme", Preview = "Preview";

    /// <summary>Previews read a page of members; the cursor of an answer goes on behind it, and ends empty.</summary>
    public const string Cursor = "Cursor", Count = "Count", NextCursor = "NextCursor";

    public static class RunDueWork
    {
        public const string Name = "crmx_RunDueWork";
        public const string Slices = "Slices";
    }

    public static class EnsureSchedule
    {
        public const string Name = "crmx_EnsureSchedule";
        public const string TakeOver = "TakeOver", Repaired = "Repaired", Foreign = "Foreign";
    }

    /// <summary>One subject of one job in one transaction; called by the slices.</summary>
    public static class RunJobItem
    {
        public const string Name = "crmx_RunJobItem";
        public const string Job = "Job", Subject = "Subject", Since = "Since", Entries = "Entries";
    }

    public static class ReevaluateTiers
    {
        public const string Name = "crmx_ReevaluateTiers";
        public const string Members = "Members", Changes = "Changes", List = "List";
    }

    public static class ExpirePoints
    {
        public const string Name = "crmx_ExpirePoints";
        public const string Members = "Members", DuePoints = "DuePoints", RedatedPoints = "RedatedPoints";
    }
}
