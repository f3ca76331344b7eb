using System.Collections.Generic;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// Rows of ours that belong to whom their customer belongs. All of the tables have the same column for the customer;
/// who owns one of them owns the others too, so all of them have to be readable for the owner.
/// </summary>
internal sealed class OwnedRows
{
    public const string CustomerColumn = CustomerInsightRow.Columns.CustomerId;
    public const string OwnerColumn = CustomerInsightRow.Columns.Owner;

    public static readonly OwnedRows Members = new(
        new[] { LoyaltyMember.Table }, "prvReadcrmx_LoyaltyMember");

    /// <summary>Reasons follow their assessment by themselves.</summary>
    public static readonly OwnedRows Risk = new(
        new[] { CustomerInsightRow.Table, RiskChangeRow.Table, WinBackRow.Table },
        "prvReadcrmx_CustomerInsight", "prvReadcrmx_InsightReason", "prvReadcrmx_RiskChange", "prvReadcrmx_WinBack");

    public static readonly OwnedRows Recommendations = new(
        new[] { RecommendationRow.Table }, "prvReadcrmx_Recommendation");

    private OwnedRows(IReadOnlyList<string> tables, params string[] privileges)
    {
        Tables = tables;
        Privileges = privileges;
    }

    public IReadOnlyList<string> Tables { get; }

    /// <summary>Without which nobody can own one of the rows.</summary>
    public string[] Privileges { get; }
}
