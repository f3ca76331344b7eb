using System;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>The members of merged customers become one a programme, whoever noticed the merge.</summary>
internal sealed class CustomerFold
{
    private readonly StepRun run;
    private readonly MergedCustomerReader customers;
    private readonly MergedMemberStore members;

    public CustomerFold(StepRun run)
    {
        this.run = run;
        customers = new MergedCustomerReader(run.System);
        members = new MergedMemberStore(run.System);
    }

    /// <summary>An account or a contact of this id, whichever there is, if it was merged.</summary>
    public EntityReference? Find(Guid customerId) => new[] { Customer.AccountTable, Customer.ContactTable }
        .Select(table => new EntityReference(table, customerId))
        .FirstOrDefault(customer => customers.MasterOf(customer) is not null);

    /// <summary>
    /// Whether there is anything to fold. After a merge was undone the row that gave way has a member again and shows
    /// its points; that is no reason.
    /// </summary>
    public bool IsLeft(EntityReference gaveWay)
    {
        if (customers.MasterOf(gaveWay) is not { } master) return false;
        bool hasDuplicates = members.ActiveByProgramme(master).Any(same => same.Count > 1);
        return hasDuplicates || (ShowsPoints(gaveWay) && !members.ActiveByProgramme(gaveWay).Any());
    }

    public void Fold(EntityReference gaveWay)
    {
        if (customers.MasterOf(gaveWay) is null)
        {
            run.NothingToDo("the customer was not merged.");
            return;
        }

        // The row that gave way has no member any more. Writing it locks it: who stays is read again behind the lock.
        run.System.Update(CustomerShow.Emptied(gaveWay));
        if (customers.MasterOf(gaveWay) is not { } master) return;
        int folded = new MemberMerge(run).FoldAllOf(master);
        if (folded == 0) run.NothingToDo("the customer that stays has one member a programme.");
    }

    private bool ShowsPoints(EntityReference customer)
    {
        var query = new QueryExpression(customer.LogicalName) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(Customer.IdColumn(customer.LogicalName), ConditionOperator.Equal, customer.Id);
        query.Criteria.AddCondition(Customer.Columns.PointsBalance, ConditionOperator.NotNull);
        return run.System.RetrieveMultiple(query).Entities.Count > 0;
    }
}
