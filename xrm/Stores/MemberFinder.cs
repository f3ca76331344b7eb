using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>Which members are meant. Reads ids only: everything else is read after the lock.</summary>
internal sealed class MemberFinder
{
    private readonly IOrganizationService service;

    public MemberFinder(IOrganizationService service) => this.service = service;

    /// <exception cref="BusinessRuleException">There is no such member.</exception>
    public Guid Existing(Guid? memberId) =>
        Ids(LoyaltyMember.Columns.Id, memberId ?? Guid.Empty, null, activeOnly: false).FirstOrDefault()
            is var found && found != Guid.Empty
            ? found
            : throw new BusinessRuleException(UserText.MemberIsMissing);

    /// <summary>The member that is named, or the one of this customer.</summary>
    /// <param name="memberId">Wins where it is given.</param>
    /// <param name="customerId">An account or a contact.</param>
    /// <param name="programmeId">Needed only for a customer of several programmes.</param>
    public Guid Named(Guid? memberId, Guid? customerId, Guid? programmeId)
    {
        if (memberId is not null || customerId is not { } customer) return Existing(memberId);
        IReadOnlyList<Guid> members = Ids(LoyaltyMember.Columns.CustomerId, customer, programmeId, activeOnly: true);
        if (members.Count > 1) throw new BusinessRuleException(UserText.CustomerIsInSeveralProgrammes);
        return members.Count == 1 ? members[0] : throw new BusinessRuleException(UserText.CustomerIsNoMember);
    }

    /// <summary>Of all programmes, in the order in which they have to be locked.</summary>
    public IReadOnlyList<Guid> ActiveOf(Guid customerId) =>
        Ids(LoyaltyMember.Columns.CustomerId, customerId, null, activeOnly: true);

    private IReadOnlyList<Guid> Ids(string column, Guid value, Guid? programmeId, bool activeOnly)
    {
        var query = new QueryExpression(LoyaltyMember.Table) { ColumnSet = new ColumnSet(LoyaltyMember.Columns.Id) };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        if (activeOnly) query.Criteria.AddCondition(LoyaltyMember.Columns.State, ConditionOperator.Equal, 0);
        if (programmeId is { } programme)
            query.Criteria.AddCondition(LoyaltyMember.Columns.ProgramId, ConditionOperator.Equal, programme);
        return InOrder(service.RetrieveMultiple(query).Entities.Select(row => row.Id));
    }

    /// <summary>The one order in which members are locked.</summary>
    public static IReadOnlyList<Guid> InOrder(IEnumerable<Guid> ids) =>
        ids.Distinct().OrderBy(id => id.ToString("N"), StringComparer.Ordinal).ToArray();
}
