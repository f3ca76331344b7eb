using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Protection;

/// <summary>What Article 15 asks for: everything in our tables about one customer, as one JSON document.</summary>
internal sealed class CustomerExport
{
    private readonly CustomerRows rows;
    private readonly StringBuilder json = new StringBuilder();

    public CustomerExport(IOrganizationService service) => rows = new CustomerRows(service);

    public string Of(EntityReference customer, DateTime now)
    {
        var columns = new ColumnSet(CustomerShow.Columns());
        columns.AddColumns(Customer.NameColumn(customer.LogicalName), Customer.Columns.LoyaltyExcluded);
        columns.AddColumns(CustomerRisk.Shown());
        columns.AddColumns(CustomerRisk.Said());
        Entity? row = rows.Find(customer, columns);
        json.Append("{\"table\":").Append(JsonRows.Quoted(customer.LogicalName));
        json.Append(",\"id\":").Append(JsonRows.Quoted(customer.Id.ToString("D")));
        json.Append(",\"name\":").Append(JsonRows.Quoted(NameOf(row)));
        json.Append(",\"exportedOn\":").Append(JsonRows.Quoted(now.ToString("s") + "Z"));
        Section("customer", row is null ? Enumerable.Empty<Entity>() : new[] { row });

        IReadOnlyList<Guid> members = rows.MemberIds(customer);
        Section("members", Of(members, LoyaltyMember.Table, LoyaltyMember.Columns.Id));
        Section("entries", Of(members, LoyaltyEntry.Table, LoyaltyEntry.Columns.MemberId));
        Section("notes", members.SelectMany(id => rows.NotesOf(id, All())));
        Section("redemptions", Of(members, RedemptionRow.Table, RedemptionRow.Columns.MemberId));
        Section("tierChanges", Of(members, TierChangeRow.Table, TierChangeRow.Columns.MemberId));
        Section("approvals", Of(members, ApprovalRow.Table, ApprovalRow.Columns.MemberId));
        Section("referralsMade", Of(members, ReferralRow.Table, ReferralRow.Columns.ReferrerMemberId));
        Section("referralsReceived", rows.All(
            ReferralRow.Table, ReferralRow.Columns.RefereeCustomer, customer.Id, All()));
        Section("feedback", rows.All(FeedbackRow.Table, FeedbackRow.Columns.CustomerId, customer.Id, All()));
        Entity[] insights = rows.All(
            CustomerInsightRow.Table, CustomerInsightRow.Columns.CustomerId, customer.Id, All()).ToArray();
        Section("insights", insights);
        Section("insightReasons", insights.SelectMany(insight => rows.All(
            InsightReasonRow.Table, InsightReasonRow.Columns.InsightId, insight.Id, All())));
        Section("riskChanges", rows.All(RiskChangeRow.Table, RiskChangeRow.Columns.CustomerId, customer.Id, All()));
        Section("winBacks", rows.All(WinBackRow.Table, WinBackRow.Columns.CustomerId, customer.Id, All()));
        Section("purchases", rows.All(
            CustomerProductRow.Table, CustomerProductRow.Columns.CustomerId, customer.Id, All()));
        Section("recommendations", rows.All(
            RecommendationRow.Table, RecommendationRow.Columns.CustomerId, customer.Id, All()));
        return json.Append('}').ToString();
    }

    private IEnumerable<Entity> Of(IEnumerable<Guid> members, string table, string column) =>
        members.SelectMany(id => rows.All(table, column, id, All()));

    private void Section(string name, IEnumerable<Entity> found) =>
        json.Append(',').Append(JsonRows.Quoted(name)).Append(':').Append(JsonRows.Of(found));

    private static string NameOf(Entity? row) =>
        row?.GetAttributeValue<string>(Customer.NameColumn(row.LogicalName)) ?? "";

    private static ColumnSet All() => new(true);
}
