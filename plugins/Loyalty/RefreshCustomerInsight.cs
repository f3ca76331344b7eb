using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>After a posting the customer's row shows the new balance, written once and only if it changed.</summary>
[Step(Message.Create, LoyaltyEntry.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "After a posting the customer's row shows the new balance, written once and only if it changed.")]
public sealed class RefreshCustomerInsight : PluginBase
{
    protected override void Run(StepRun run)
    {
        EntityReference posted = run.Target<LoyaltyEntry>().MemberId;
        if (new MemberStore(run.System).FindCustomer(posted.Id) is not { } customer)
        {
            run.NothingToDo("the member or its customer was deleted.");
            return;
        }

        if (new CustomerReader(run.System).Find(customer) is not { } profile) return;
        if (profile.StoredBalance == profile.Balance) run.NothingToDo("the customer shows this balance already.");
        else run.System.Update(Customer.WithBalance(customer, profile.Balance));
    }
}
