using System;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// Marketing lists, where the environment has them. No step, view, form, lookup or role of ours names their tables.
/// </summary>
internal sealed class MarketingLists
{
    private const string Table = "list", Members = "listmember", List = "listid", Member = "entityid";

    private readonly IOrganizationService system;

    public MarketingLists(IOrganizationService system) => this.system = system;

    public bool Exist => new OptionalTables(system).Has(Table);

    public bool Holds(Guid listId, Guid customerId)
    {
        var query = new QueryExpression(Members) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(List, ConditionOperator.Equal, listId);
        query.Criteria.AddCondition(Member, ConditionOperator.Equal, customerId);
        return system.RetrieveMultiple(query).Entities.Count > 0;
    }

    /// <param name="caller">With whose rights: the list is not ours.</param>
    /// <param name="listId">Of an existing list.</param>
    /// <param name="customerId">A customer who is not on it yet.</param>
    public static void Add(IOrganizationService caller, Guid listId, Guid customerId) =>
        caller.Execute(new OrganizationRequest("AddListMembersList")
        {
            ["ListId"] = listId, ["MemberIds"] = new[] { customerId },
        });

    /// <summary>Whoever was taken off by hand since is not looked for twice: that would be a fault.</summary>
    public void Remove(Guid listId, Guid customerId)
    {
        if (!Exist || !Holds(listId, customerId)) return;
        system.Execute(new OrganizationRequest("RemoveMemberList")
        {
            ["ListId"] = listId, ["EntityId"] = customerId,
        });
    }
}
