using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>
/// Customers that were merged have one member a programme again, right after the merge. Afterwards, so that nothing of
/// ours can block a merge, and because a merge may move the members later than it changes the state. The sweep's item
/// does it: it has the transaction that an asynchronous step lacks. Where no event comes, the next posting or the sweep
/// itself does the same.
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
    protected override void Run(StepRun run) => JobItem.Execute(
        run.System, run.Context.PrimaryEntityId, new SliceScope { Job = JobCatalogue.MergeSweep });
}
