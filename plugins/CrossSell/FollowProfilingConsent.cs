using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.CrossSell;

/// <summary>
/// A customer who objects to profiling has no purchases and no recommendations with us; once the objection is taken
/// back, the purchases are read from the orders again. What is missed is found by the nightly check of the orders.
/// </summary>
[Step(Message.Update, Customer.AccountTable, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 6,
    OnChangeOf = new[] { CustomerRisk.Columns.ProfilingConsent },
    PreImage = new[] { CustomerRisk.Columns.ProfilingConsent },
    Description = "An account that objects to profiling has no purchases and no recommendations stored.")]
[Step(Message.Update, Customer.ContactTable, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 6,
    OnChangeOf = new[] { CustomerRisk.Columns.ProfilingConsent },
    PreImage = new[] { CustomerRisk.Columns.ProfilingConsent },
    Description = "A contact who objects to profiling has no purchases and no recommendations stored.")]
public sealed class FollowProfilingConsent : PluginBase
{
    protected override void Run(StepRun run)
    {
        var customer = new EntityReference(run.Context.PrimaryEntityName, run.Context.PrimaryEntityId);
        bool objected = ProfilingObjection.IsIn(
            run.PreImage<Entity>().GetAttributeValue<OptionSetValue>(ProfilingObjection.Column));
        TransientFault.Retried(() =>
        {
            if (ProfilingObjection.IsOf(run.System, customer)) new PurchaseErasure(run.System).ForgetProfile(customer);
            else if (objected) new PurchaseRelinking(run).Relink(customer);
            else run.NothingToDo("the customer does not object to profiling, and did not before.");
        });
    }
}
