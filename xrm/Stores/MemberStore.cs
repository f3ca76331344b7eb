using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>Members and the heads of their ledgers.</summary>
internal sealed class MemberStore
{
    private const string Programme = "programme";

    private readonly IOrganizationService service;

    public MemberStore(IOrganizationService service) => this.service = service;

    /// <summary>Null if there is no such row: asking must not fault, because a fault dooms the transaction.</summary>
    public LoyaltyMember? Find(Guid memberId) =>
        FindBy(LoyaltyMember.Columns.Id, memberId);

    /// <summary>
    /// The first write of a posting, before anything but the id was read: whoever posts to the same member now
    /// waits, and
    /// then reads the head that this posting leaves.
    /// </summary>
    public void Lock(SourceKey posting)
    {
        var member = new LoyaltyMember { Id = posting.MemberId, PostingLock = posting.ToString() };
        service.Update(member.Plain());
    }

    /// <summary>The same for a piece of work that may end without posting anything.</summary>
    public void Lock(Guid memberId, string work)
    {
        var member = new LoyaltyMember { Id = memberId, PostingLock = work };
        service.Update(member.Plain());
    }

    /// <summary>Only after a lock. One request, the programme's settings and tiers included.</summary>
    public LockedMember ReadLocked(Guid memberId)
    {
        var query = new QueryExpression(LoyaltyMember.Table) { ColumnSet = MemberRows.Columns() };
        query.Criteria.AddCondition(LoyaltyMember.Columns.Id, ConditionOperator.Equal, memberId);
        LinkEntity programme = query.AddLink(
            LoyaltyProgram.Table, LoyaltyMember.Columns.ProgramId, LoyaltyProgram.Columns.Id);
        programme.EntityAlias = Programme;
        ProgrammeRows.AddTo(programme);
        TierRows.AddTo(programme);
        IList<Entity> rows = service.RetrieveMultiple(query).Entities;
        return MemberRows.LockedOf(rows, ProgrammeRows.Of(rows[0], Programme));
    }

    /// <summary>Writes what a posting or the passing of time left: one request.</summary>
    public void Advance(MemberAdvance after) => service.Update(after.ToRow().Plain());

    private LoyaltyMember? FindBy(string column, object value) => FindBy(
        column,
        value,
        new ColumnSet(LoyaltyMember.Columns.ProgramId, LoyaltyMember.Columns.Balance, LoyaltyMember.Columns.State));

    private LoyaltyMember? FindBy(string column, object value, ColumnSet columns)
    {
        var query = new QueryExpression(LoyaltyMember.Table) { ColumnSet = columns };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<LoyaltyMember>();
    }
}
