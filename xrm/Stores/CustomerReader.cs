using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>Accounts and contacts with their memberships, in one request.</summary>
internal sealed class CustomerReader
{
    private const string Member = "member", KeyHolder = "holder", Waiting = "waiting";

    private readonly IOrganizationService service;

    public CustomerReader(IOrganizationService service) => this.service = service;

    /// <summary>Null if the customer does not exist any more.</summary>
    public CustomerProfile? Find(EntityReference customer) => Find(QueryFor(customer), customer);

    /// <summary>
    /// What follows a posting: the member's customer with everything that its row shows of all its members, and the
    /// recommendation that waits for its first order. Never before a posting: it reads what only a lock makes sure of.
    /// </summary>
    /// <returns>Null if member or customer does not exist any more.</returns>
    public CustomerProfile? FindShown(Guid memberId)
    {
        var query = new QueryExpression(LoyaltyMember.Table)
        {
            ColumnSet = new ColumnSet(LoyaltyMember.Columns.ProgramId, LoyaltyMember.Columns.CustomerId),
        };
        query.Criteria.AddCondition(LoyaltyMember.Columns.Id, ConditionOperator.Equal, memberId);
        foreach (string table in new[] { Customer.AccountTable, Customer.ContactTable })
        {
            LinkEntity customers = AddOfCustomer(query, table, Customer.IdColumn(table));
            customers.EntityAlias = table;
            customers.Columns = ColumnsOf(table);
        }

        LinkEntity members = AddOfCustomer(query, LoyaltyMember.Table, LoyaltyMember.Columns.CustomerId);
        MembershipRows.AddTo(members, Member);
        MembershipRows.AddShown(members);
        AddWaiting(query);
        IList<Entity> rows = service.RetrieveMultiple(query).Entities;
        return rows.FirstOrDefault()?.Link(LoyaltyMember.Columns.CustomerId) is { } customer
            && rows[0].LinkedRow(customer.LogicalName, customer.LogicalName) is { } row
                ? ProfileOf(customer, row, rows)
                : null;
    }

    /// <summary>
    /// The same with the member that holds the key in the customer's enrolment lock: after a merge of customers it
    /// belongs to another one. Only for whoever has just written that key there.
    /// </summary>
    public CustomerProfile? FindEnrolling(EntityReference customer)
    {
        QueryExpression query = QueryFor(customer);
        LinkEntity holder = query.AddLink(
            LoyaltyMember.Table, Customer.Columns.EnrolmentLock, LoyaltyMember.Columns.MemberKey,
            JoinOperator.LeftOuter);
        MembershipRows.AddTo(holder, KeyHolder);
        return Find(query, customer);
    }

    private static void AddWaiting(QueryExpression query)
    {
        LinkEntity waiting = AddOfCustomer(query, ReferralRow.Table, ReferralRow.Columns.RefereeCustomer);
        waiting.EntityAlias = Waiting;
        waiting.Columns = new ColumnSet(
            ReferralRow.Columns.Id, ReferralRow.Columns.Key, ReferralRow.Columns.ReferrerMemberId);
        waiting.LinkCriteria.AddCondition(
            ReferralRow.Columns.State, ConditionOperator.Equal, Choice.First + (int)ReferralState.Open);
    }

    private static LinkEntity AddOfCustomer(QueryExpression members, string table, string customer) =>
        members.AddLink(table, LoyaltyMember.Columns.CustomerId, customer, JoinOperator.LeftOuter);

    /// <summary>Under the customer's own key in the member's programme, not under one that a merge brought.</summary>
    private static ReferralRow? WaitingOf(IList<Entity> rows, EntityReference customer)
    {
        Guid programme = rows[0].Link(LoyaltyMember.Columns.ProgramId)?.Id ?? Guid.Empty;
        string key = new Domain.Loyalty.MemberKey(programme, customer.Id).ToString();
        return rows.Select(row => row.LinkedRow(Waiting, ReferralRow.Table)?.ToEntity<ReferralRow>())
            .FirstOrDefault(waiting => waiting?.Key == key);
    }

    private CustomerProfile? Find(QueryExpression query, EntityReference customer)
    {
        IList<Entity> rows = service.RetrieveMultiple(query).Entities;
        return rows.Count == 0 ? null : ProfileOf(customer, rows[0], rows);
    }

    /// <summary>
    /// Members are found by the lookup, which a merge re-parents; their text key only makes them unique.
    /// </summary>
    private static QueryExpression QueryFor(EntityReference customer)
    {
        string id = Customer.IdColumn(customer.LogicalName);
        var query = new QueryExpression(customer.LogicalName) { ColumnSet = ColumnsOf(customer.LogicalName) };
        query.Criteria.AddCondition(id, ConditionOperator.Equal, customer.Id);
        LinkEntity members = query.AddLink(
            LoyaltyMember.Table, id, LoyaltyMember.Columns.CustomerId, JoinOperator.LeftOuter);
        MembershipRows.AddTo(members, Member);
        return query;
    }

    private static ColumnSet ColumnsOf(string table) => new(
        Customer.IdColumn(table),
        Customer.NameColumn(table),
        Customer.Columns.Owner,
        Customer.Columns.LoyaltyExcluded,
        // Whoever looks for the beneficiary has read it before the lock that enrols.
        Customer.ParentColumn(table),
        Customer.Columns.PointsBalance,
        Customer.Columns.PendingPoints,
        Customer.Columns.LoyaltyTier,
        Customer.Columns.NextExpiryOn,
        Customer.Columns.NextExpiryPoints);

    private static CustomerProfile ProfileOf(EntityReference customer, Entity first, IList<Entity> rows)
    {
        return new CustomerProfile
        {
            Customer = customer,
            Name = first.GetAttributeValue<string>(Customer.NameColumn(customer.LogicalName)) ?? "",
            Owner = first.GetAttributeValue<EntityReference>(Customer.Columns.Owner),
            IsExcluded = first.GetAttributeValue<bool?>(Customer.Columns.LoyaltyExcluded) ?? false,
            Shown = first,
            Memberships = MembershipRows.Read(rows, Member),
            KeyHolder = MembershipRows.Read(rows, KeyHolder).FirstOrDefault(),
            Waiting = WaitingOf(rows, customer),
        };
    }
}
