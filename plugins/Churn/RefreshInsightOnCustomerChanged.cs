using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Churn;

/// <summary>
/// After customers were merged, the one that stays has the orders of both. After somebody objected to profiling, the
/// assessment goes; after somebody disagreed with a level, the dates move.
/// </summary>
[Step(Message.Update, Customer.AccountTable, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 5,
    OnChangeOf = new[]
    {
        Customer.Columns.State, CustomerRisk.Columns.ProfilingConsent, CustomerRisk.Columns.NotAtRiskUntil,
        CustomerRisk.Columns.NotAtRiskReason,
    },
    Description = "An account is assessed anew after a merge, an objection to profiling or a disagreement.")]
[Step(Message.Update, Customer.ContactTable, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 5,
    OnChangeOf = new[]
    {
        Customer.Columns.State, CustomerRisk.Columns.ProfilingConsent, CustomerRisk.Columns.NotAtRiskUntil,
        CustomerRisk.Columns.NotAtRiskReason,
    },
    Description = "A contact is assessed anew after a merge, an objection to profiling or a disagreement.")]
public sealed class RefreshInsightOnCustomerChanged : PluginBase
{
    protected override void Run(StepRun run)
    {
        var changed = new EntityReference(run.Context.PrimaryEntityName, run.Context.PrimaryEntityId);
        var target = (Entity)run.Context.InputParameters["Target"];
        bool isSaid = target.Contains(CustomerRisk.Columns.ProfilingConsent)
            || target.Contains(CustomerRisk.Columns.NotAtRiskUntil)
            || target.Contains(CustomerRisk.Columns.NotAtRiskReason);
        EntityReference? master = target.Contains(Customer.Columns.State)
            ? new MergedCustomerReader(run.System).MasterOf(changed)
            : null;
        if (!isSaid && master is null)
        {
            run.NothingToDo("the customer was not merged.");
            return;
        }

        RiskCause cause = target.Contains(CustomerRisk.Columns.ProfilingConsent) ? RiskCause.Objection
            : RiskCause.Person;
        TransientFault.Retried(() =>
        {
            var refresh = new InsightRefresh(run);
            refresh.Refresh(changed, cause);
            if (master is null) return;
            refresh.Refresh(master, RiskCause.Order);
            new CustomersOwner(run, OwnedRows.Risk).Follow(master);
        });
    }
}
