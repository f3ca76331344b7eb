using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>Members as a merge sees them: who shares a customer, who went where.</summary>
internal sealed class MergedMemberStore
{
    /// <summary>Members that were merged one after the other; a longer chain is followed no further.</summary>
    public const int LongestChain = 10;

    private const string Member = "member";
    private const int Inactive = 1;

    private readonly IOrganizationService service;

    public MergedMemberStore(IOrganizationService service) => this.service = service;

    /// <summary>Null if there is no such row.</summary>
    public LoyaltyMember? Find(Guid memberId)
    {
        var query = new QueryExpression(LoyaltyMember.Table) { ColumnSet = Columns() };
        query.Criteria.AddCondition(LoyaltyMember.Columns.Id, ConditionOperator.Equal, memberId);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<LoyaltyMember>();
    }

    /// <summary>A member that is known to exist; after its lock.</summary>
    public LoyaltyMember Read(Guid memberId) =>
        service.Retrieve(LoyaltyMember.Table, memberId, Columns()).ToEntity<LoyaltyMember>();

    /// <summary>The active members of a customer by programme, whoever stays first.</summary>
    public IEnumerable<IReadOnlyList<Membership>> ActiveByProgramme(EntityReference customer)
    {
        string id = Customer.IdColumn(customer.LogicalName);
        var query = new QueryExpression(customer.LogicalName);
        query.Criteria.AddCondition(id, ConditionOperator.Equal, customer.Id);
        LinkEntity link = query.AddLink(LoyaltyMember.Table, id, LoyaltyMember.Columns.CustomerId);
        MembershipRows.AddTo(link, Member);
        link.LinkCriteria.AddCondition(LoyaltyMember.Columns.State, ConditionOperator.Equal, 0);
        return MembershipRows.InOrder(service.RetrieveMultiple(query).Entities, Member)
            .GroupBy(member => member.ProgrammeId)
            .Select(same => same.ToArray());
    }

    /// <summary>The active member at the end of a chain of merges; null where the chain ends elsewhere.</summary>
    public Membership? Follow(Guid memberId)
    {
        Guid at = memberId;
        for (int hop = 0; hop < LongestChain && Find(at) is { } row; hop++)
        {
            if (row.IsActive)
                return new Membership
                {
                    Id = row.Id,
                    ProgrammeId = row.ProgramId.Id,
                    Balance = row.Balance ?? 0,
                    IsActive = true,
                    IsDamaged = HeadRows.Find(row) is null,
                };
            if (row.MergedIntoId is not { } next) return null;
            at = next.Id;
        }

        return null;
    }

    /// <summary>The member and those that its points went to, one after the other. Only their ids may be relied on
    /// before they are locked.</summary>
    /// <param name="memberId">Where to begin.</param>
    /// <param name="mergedIntoId">Its successor; asking for a member that stands for itself costs no request.</param>
    public IReadOnlyList<Guid> ChainFrom(Guid memberId, Guid? mergedIntoId)
    {
        var chain = new List<Guid> { memberId };
        for (Guid? next = mergedIntoId; next is { } id && chain.Count <= LongestChain && !chain.Contains(id);)
        {
            chain.Add(id);
            next = Find(id)?.MergedIntoId?.Id;
        }

        return chain;
    }

    /// <summary>Its redemptions go along, so that a reservation is released where its points now are.</summary>
    public void Archive(LoyaltyMember duplicate, Guid staysId)
    {
        var stays = new EntityReference(LoyaltyMember.Table, staysId);
        service.Update(new LoyaltyMember
        {
            Id = duplicate.Id,
            Lifecycle = (int)Schema.Lifecycle.Merged,
            MergedIntoId = stays,
            [LoyaltyMember.Columns.State] = new OptionSetValue(Inactive),
        }.Plain());
        var query = new QueryExpression(RedemptionRow.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(RedemptionRow.Columns.MemberId, ConditionOperator.Equal, duplicate.Id);
        foreach (Entity row in service.RetrieveMultiple(query).Entities)
            service.Update(new RedemptionRow { Id = row.Id, MemberId = stays }.Plain());
    }

    /// <param name="member">An archived one.</param>
    /// <param name="customer">Whose member it was before.</param>
    public void Restore(LoyaltyMember member, EntityReference customer) => service.Update(new LoyaltyMember
    {
        Id = member.Id,
        Lifecycle = (int)Schema.Lifecycle.Active,
        MergedIntoId = null,
        CustomerId = customer,
        [LoyaltyMember.Columns.State] = new OptionSetValue(0),
    }.Plain());

    /// <summary>
    /// The account or contact that the member's key was made for; null if it does not exist any more.
    /// </summary>
    public EntityReference? FirstCustomerOf(LoyaltyMember member)
    {
        if (!MemberKey.TryParse(member.Key, out MemberKey key)) return null;
        foreach (string table in new[] { Customer.AccountTable, Customer.ContactTable })
        {
            var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false) };
            query.Criteria.AddCondition(Customer.IdColumn(table), ConditionOperator.Equal, key.CustomerId);
            if (service.RetrieveMultiple(query).Entities.Count > 0) return new EntityReference(table, key.CustomerId);
        }

        return null;
    }

    /// <summary>The last entry that brought this origin's points and was not taken back; null without one.</summary>
    public LoyaltyEntry? FindMergeIn(Guid staysId, Guid originId)
    {
        var query = new QueryExpression(LoyaltyEntry.Table) { ColumnSet = EntryRows.Columns(), TopCount = 1 };
        query.Criteria.AddCondition(LoyaltyEntry.Columns.MemberId, ConditionOperator.Equal, staysId);
        query.Criteria.AddCondition(
            LoyaltyEntry.Columns.Kind, ConditionOperator.Equal, Choice.Of((int)EntryKind.MergeIn)!.Value);
        query.Criteria.AddCondition(
            LoyaltyEntry.Columns.OriginMemberId, ConditionOperator.Equal, originId.ToString("D"));
        query.Criteria.AddCondition(LoyaltyEntry.Columns.ReversesId, ConditionOperator.Null);
        query.AddOrder(LoyaltyEntry.Columns.Sequence, OrderType.Descending);
        LoyaltyEntry? found = service.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<LoyaltyEntry>();
        return found is null || IsTakenBack(found.Id) ? null : found;
    }

    private bool IsTakenBack(Guid entryId)
    {
        var query = new QueryExpression(LoyaltyEntry.Table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(LoyaltyEntry.Columns.ReversesId, ConditionOperator.Equal, entryId);
        return service.RetrieveMultiple(query).Entities.Count > 0;
    }

    // The day of joining, the tier, lots and months too: the award that folds has read them before the lock.
    private static ColumnSet Columns() => new(
        LoyaltyMember.Columns.JoinedOn,
        LoyaltyMember.Columns.TierId, LoyaltyMember.Columns.OpenLots, LoyaltyMember.Columns.StatusBuckets,
        LoyaltyMember.Columns.ProgramId, LoyaltyMember.Columns.CustomerId, LoyaltyMember.Columns.State,
        LoyaltyMember.Columns.MergedIntoId, LoyaltyMember.Columns.MemberKey, LoyaltyMember.Columns.Balance);
}
