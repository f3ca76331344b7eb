using System.Linq;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>
/// What a customer's row shows of its points comes from the ledger only. It costs no request: the names of the columns
/// and the caller say everything. A merge of customers never stops here: values that its dialogue copies are left out.
/// </summary>
[Step(Message.Create, Customer.AccountTable, Stage.PreOperation,
    Description = "A new account shows no points.")]
[Step(Message.Create, Customer.ContactTable, Stage.PreOperation,
    Description = "A new contact shows no points.")]
[Step(Message.Update, Customer.AccountTable, Stage.PreOperation,
    OnChangeOf = new[]
    {
        Customer.Columns.PointsBalance, Customer.Columns.PendingPoints, Customer.Columns.LoyaltyTier,
        Customer.Columns.NextExpiryOn, Customer.Columns.NextExpiryPoints,
    },
    Description = "The points that an account shows come from its ledger only.")]
[Step(Message.Update, Customer.ContactTable, Stage.PreOperation,
    OnChangeOf = new[]
    {
        Customer.Columns.PointsBalance, Customer.Columns.PendingPoints, Customer.Columns.LoyaltyTier,
        Customer.Columns.NextExpiryOn, Customer.Columns.NextExpiryPoints,
    },
    Description = "The points that a contact shows come from its ledger only.")]
public sealed class KeepCustomerPoints : PluginBase
{
    private const string MergeMessage = "Merge";

    private readonly OwnSteps writers = new OwnSteps(
        typeof(FollowPostingOnEntryCreated), typeof(FoldMembersOnCustomerMerged), typeof(Jobs.WorkOnSlice));

    protected override void Run(StepRun run)
    {
        var target = (Entity)run.Context.InputParameters["Target"];
        string[] kept = CustomerShow.Columns().Where(column => target.GetAttributeValue<object>(column) is not null
            || (run.Context.MessageName == Message.Update && target.Contains(column))).ToArray();
        if (kept.Length == 0) return;
        var origin = new Provenance(run.Context, kept);
        bool isOurs = origin.IsOneOf(writers)
            || origin.IsCustomApi(ProtectionApis.ForgetCustomer.Name)
            || origin.IsCustomApi(JobApis.RunJobItem.Name);
        if (isOurs) return;
        if (Provenance.Around(run.Context).All(outer => outer.MessageName != MergeMessage))
            throw new BusinessRuleException(UserText.CustomerPointsAreKept);

        foreach (string column in kept) target.Attributes.Remove(column);
        run.NothingToDo("the merge leaves the points that the customer shows alone.");
    }
}
