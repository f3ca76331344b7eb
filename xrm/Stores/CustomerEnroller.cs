using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// Makes customers members. A fault of the alternate key would doom the transaction of the order, so it must not come
/// to one: the customer's row is written first, whoever enrols the same customer meanwhile waits for it and then finds
/// the member.
/// </summary>
internal sealed class CustomerEnroller
{
    private readonly IOrganizationService service;

    public CustomerEnroller(IOrganizationService service) => this.service = service;

    /// <summary>Asked before the lock, so that customers who stay outside are never written. Reads no column.</summary>
    public bool MayJoin(EntityReference customer)
    {
        var query = new QueryExpression(customer.LogicalName) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(Customer.IdColumn(customer.LogicalName), ConditionOperator.Equal, customer.Id);
        query.Criteria.AddCondition(Customer.Columns.LoyaltyExcluded, ConditionOperator.NotEqual, true);
        return service.RetrieveMultiple(query).Entities.Count > 0;
    }

    /// <summary>
    /// The member of this customer in this programme, enrolled now unless there is one. Owned by SYSTEM at first: a
    /// customer's owner without a right on members must not block an order, so the owner follows asynchronously.
    /// </summary>
    /// <param name="programmeId">Of an existing programme.</param>
    /// <param name="customer">An existing account or contact; several in the order of their ids.</param>
    /// <param name="joinedOn">In UTC.</param>
    public Membership Enrol(Guid programmeId, EntityReference customer, DateTime joinedOn)
    {
        string key = new MemberKey(programmeId, customer.Id).ToString();
        service.Update(new Entity(customer.LogicalName, customer.Id) { [Customer.Columns.EnrolmentLock] = key });
        CustomerProfile? profile = new CustomerReader(service).FindEnrolling(customer);
        IReadOnlyList<Membership> members = MembershipRows.InOrder(
            (profile?.Memberships ?? Array.Empty<Membership>()).Where(one => one.ProgrammeId == programmeId));
        if (members.Count > 0) return members[0];
        if (profile?.KeyHolder is { } existing) return existing;

        var member = new LoyaltyMember
        {
            Name = profile is { Name.Length: > 0 } ? profile.Name : key,
            MemberKey = key,
            ProgramId = new EntityReference(LoyaltyProgram.Table, programmeId),
            CustomerId = customer,
            JoinedOn = joinedOn,
        };
        return new Membership
        {
            Id = service.Create(member.Plain()),
            ProgrammeId = programmeId,
            IsActive = true,
            IsNew = true,
        };
    }
}
