using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>Assessments in the order of their keys, which begin with the customer's id.</summary>
internal static class InsightPages
{
    public static readonly KeyColumn Key = new(CustomerInsightRow.Table, CustomerInsightRow.Columns.Key);
}
