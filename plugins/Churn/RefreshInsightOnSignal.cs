using System.Linq;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Plugins.Churn;

/// <summary>
/// Feedback and invoices move the risk of their customer. Cases are read along with every refresh: their table is not
/// everywhere, so no step names it.
/// </summary>
[Step(Message.Create, FeedbackRow.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 5,
    Description = "The customer of new feedback is assessed anew.")]
[Step(Message.Update, FeedbackRow.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 5,
    OnChangeOf = new[]
    {
        FeedbackRow.Columns.Kind, FeedbackRow.Columns.Score, FeedbackRow.Columns.Resolved, FeedbackRow.Columns.State,
        FeedbackRow.Columns.CustomerId,
    },
    Description = "The customer of changed feedback is assessed anew.")]
[Step(Message.Update, Invoice.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 5,
    OnChangeOf = new[] { EarningDocument.Columns.State, Invoice.Columns.DueDate },
    Description = "The customer of a paid, reopened or cancelled invoice is assessed anew.")]
public sealed class RefreshInsightOnSignal : PluginBase
{
    protected override void Run(StepRun run)
    {
        if (CustomerOf(run) is not { } customer || new InsightStore(run.System).FindAll(customer).Count == 0)
        {
            run.NothingToDo("there is no customer who is assessed.");
            return;
        }

        TransientFault.Retried(() => new InsightRefresh(run).Refresh(customer, RiskCause.Signal));
    }

    private static EntityReference? CustomerOf(StepRun run)
    {
        string table = run.Context.PrimaryEntityName;
        string column = table == FeedbackRow.Table
            ? FeedbackRow.Columns.CustomerId
            : EarningDocument.Columns.CustomerId;
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(column) };
        query.Criteria.AddCondition(table + "id", ConditionOperator.Equal, run.Context.PrimaryEntityId);
        return run.System.RetrieveMultiple(query).Entities.FirstOrDefault()?.Link(column);
    }
}
