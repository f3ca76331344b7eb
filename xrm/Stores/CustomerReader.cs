using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>Accounts and contacts with their memberships, in one request.</summary>
internal sealed class CustomerReader
{
    private const string Member = "member";
    private const string KeyHolder = "holder";

    private readonly IOrganizationService service;

    public CustomerReader(IOrganizationService service) => this.service = service;

    /// <summary>Null if the customer does not exist any more.</summary>
    public CustomerProfile? Find(EntityReference customer) => Find(QueryFor(customer), customer);

    /// <summary>The same with everything that the customer's row shows of its members. Never before a posting: it
    /// reads what only a lock makes sure of.</summary>
    public CustomerProfile? FindShown(EntityReference customer)
    {
        QueryExpression query = QueryFor(customer);
        MembershipRows.AddShown(query.LinkEntities[0]);
        return Find(query, customer);
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

    private CustomerProfile? Find(QueryExpression query, EntityReference customer)
    {
        IList<Entity> rows = service.RetrieveMultiple(query).Entities;
        return rows.Count == 0 ? null : ProfileOf(customer, rows);
    }

    /// <summary>
    /// Members are found by the lookup, which a merge re-parents; their text key only makes them unique.
    /// </summary>
    private static QueryExpression QueryFor(EntityReference customer)
    {
        string id = Customer.IdColumn(customer.LogicalName);
        var query = new QueryExpression(customer.LogicalName)
        {
            ColumnSet = new ColumnSet(
                Customer.NameColumn(customer.LogicalName),
                Customer.Columns.Owner,
                Customer.Columns.LoyaltyExcluded,
                // Whoever looks for the beneficiary has read it before the lock that enrols.
                Customer.ParentColumn(customer.LogicalName),
                Customer.Columns.PointsBalance,
                Customer.Columns.PendingPoints,
                Customer.Columns.LoyaltyTier,
                Customer.Columns.NextExpiryOn,
                Customer.Columns.NextExpiryPoints),
        };
        query.Criteria.AddCondition(id, ConditionOperator.Equal, customer.Id);
        LinkEntity members = query.AddLink(
            LoyaltyMember.Table, id, LoyaltyMember.Columns.CustomerId, JoinOperator.LeftOuter);
        MembershipRows.AddTo(members, Member);
        return query;
    }

    private static CustomerProfile ProfileOf(EntityReference customer, IList<Entity> rows)
    {
        Entity first = rows[0];
        return new CustomerProfile
        {
            Customer = customer,
            Name = first.GetAttributeValue<string>(Customer.NameColumn(customer.LogicalName)) ?? "",
            Owner = first.GetAttributeValue<EntityReference>(Customer.Columns.Owner),
            IsExcluded = first.GetAttributeValue<bool?>(Customer.Columns.LoyaltyExcluded) ?? false,
            Shown = first,
            Memberships = MembershipRows.Read(rows, Member),
            KeyHolder = MembershipRows.Read(rows, KeyHolder).FirstOrDefault(),
        };
    }
}
