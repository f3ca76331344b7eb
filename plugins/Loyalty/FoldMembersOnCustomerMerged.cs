using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>
/// Customers that were merged have one member a programme again, right after the merge. Afterwards, so that nothing of
/// ours can block a merge, and because a merge may move the members later than it changes the state. Where no event
/// comes, the next posting or the sweep does the same.
/// </summary>
[Step(Message.Update, Customer.AccountTable, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    OnChangeOf = new[] { Customer.Columns.State },
    Description = "The members of merged accounts become one.")]
[Step(Message.Update, Customer.ContactTable, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    OnChangeOf = new[] { Customer.Columns.State },
    Description = "The members of merged contacts become one.")]
public sealed class FoldMembersOnCustomerMerged : PluginBase
{
    protected override void Run(StepRun run)
    {
        var changed = new EntityReference(run.Context.PrimaryEntityName, run.Context.PrimaryEntityId);
        var customers = new MergedCustomerReader(run.System);
        if (customers.MasterOf(changed) is null)
        {
            run.NothingToDo("the customer was not merged.");
            return;
        }

        // The row that gave way has no member any more. Writing it locks it: who stays is read again behind the lock.
        run.System.Update(CustomerShow.Emptied(changed));
        if (customers.MasterOf(changed) is not { } master) return;
        int folded = new MemberMerge(run).FoldAllOf(master);
        if (folded == 0) run.NothingToDo("the customer that stays has one member a programme.");
    }
}
