using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
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
    protected override void Run(StepRun run) => new CustomerFold(run).Fold(
        new EntityReference(run.Context.PrimaryEntityName, run.Context.PrimaryEntityId));
}
