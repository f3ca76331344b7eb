namespace CrmExtensions.Xrm.Schema;

/// <summary>The calls that count and rank; the schedule does the same by itself.</summary>
internal static class BasketApis
{
    public static class CountBaskets
    {
        public const string Name = "crmx_CountBaskets";
        public const string Orders = "Orders", Counted = "Counted", IsMore = "IsMore";
    }

    public static class RecountBaskets
    {
        public const string Name = "crmx_RecountBaskets";
        public const string Part = "Part", Repaired = "Repaired", NextPart = "NextPart", IsMore = "IsMore";
    }

    public static class RankPairs
    {
        public const string Name = "crmx_RankPairs";
        public const string Ranked = "Ranked", IsMore = "IsMore";
    }
}
