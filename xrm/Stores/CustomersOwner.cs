using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// Our rows about a customer belong to whom the customer belongs. The platform lets nobody own a row that he cannot
/// read and no row be given to a disabled user, and its refusal would end a transaction or fail a job: so it is asked
/// first. What the customer's owner cannot own belongs to SYSTEM.
/// </summary>
internal sealed class CustomersOwner
{
    private const string Team = "team", User = "systemuser", UserId = "systemuserid", IsDisabled = "isdisabled";

    private readonly StepRun run;
    private readonly OwnedRows rows;
    private readonly Dictionary<Guid, bool> asked = new Dictionary<Guid, bool>();

    public CustomersOwner(StepRun run, OwnedRows rows)
    {
        this.run = run;
        this.rows = rows;
    }

    /// <summary>Who gets a new row; null: nobody is named, so that it belongs to SYSTEM.</summary>
    /// <param name="owner">The customer's.</param>
    public EntityReference? Of(EntityReference? owner)
    {
        if (owner is null) return null;
        if (!asked.TryGetValue(owner.Id, out bool mayOwn)) asked[owner.Id] = mayOwn = MayOwn(owner);
        return mayOwn ? owner : null;
    }

    /// <summary>Hands every row about a customer to the owner of now, however old the event is.</summary>
    public void Follow(EntityReference customer)
    {
        if (OwnerOf(customer) is not { } owner)
        {
            run.NothingToDo("the customer does not exist any more.");
            return;
        }

        EntityReference to = Of(owner) ?? Itself();
        int moved = rows.Tables.Sum(table => Give(table, customer, to));
        if (moved == 0) run.NothingToDo("every row about the customer belongs to its owner, or to SYSTEM instead.");
    }

    private int Give(string table, EntityReference customer, EntityReference to)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(OwnedRows.CustomerColumn, ConditionOperator.Equal, customer.Id);
        query.Criteria.AddCondition(OwnedRows.OwnerColumn, ConditionOperator.NotEqual, to.Id);
        int moved = 0;
        EntityCollection page;
        do
        {
            page = run.System.RetrieveMultiple(query);
            foreach (Entity row in page.Entities)
                run.System.Update(new Entity(table, row.Id) { [OwnedRows.OwnerColumn] = to });
            moved += page.Entities.Count;
        }
        while (page.MoreRecords);
        return moved;
    }

    private EntityReference? OwnerOf(EntityReference customer)
    {
        var query = new QueryExpression(customer.LogicalName) { ColumnSet = new ColumnSet(Customer.Columns.Owner) };
        query.Criteria.AddCondition(Customer.IdColumn(customer.LogicalName), ConditionOperator.Equal, customer.Id);
        return run.System.RetrieveMultiple(query).Entities.FirstOrDefault()?.Link(Customer.Columns.Owner);
    }

    private bool MayOwn(EntityReference owner)
    {
        bool isTeam = owner.LogicalName == Team;
        if (!isTeam && !IsEnabled(owner.Id)) return false;
        OrganizationRequest request = isTeam
            ? new OrganizationRequest("RetrieveTeamPrivileges") { ["TeamId"] = owner.Id }
            : new OrganizationRequest("RetrieveUserSetOfPrivilegesByNames")
            {
                ["UserId"] = owner.Id, ["PrivilegeNames"] = rows.Privileges,
            };
        var held = (RolePrivilege[])run.System.Execute(request).Results["RolePrivileges"];
        return rows.Privileges.All(name => held.Any(
            one => string.Equals(one.PrivilegeName, name, StringComparison.OrdinalIgnoreCase)));
    }

    private bool IsEnabled(Guid userId)
    {
        var query = new QueryExpression(User) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(UserId, ConditionOperator.Equal, userId);
        query.Criteria.AddCondition(IsDisabled, ConditionOperator.NotEqual, true);
        return run.System.RetrieveMultiple(query).Entities.Count > 0;
    }

    private EntityReference Itself() =>
        new(User, ((WhoAmIResponse)run.System.Execute(new WhoAmIRequest())).UserId);
}
