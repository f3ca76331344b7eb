using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Churn;

/// <summary>
/// Assessment, log and win-backs go with their customer to a new owner; afterwards, so that handing a customer over
/// waits for no right. New rows have the right owner from the start.
/// </summary>
[Step(Message.Update, Customer.AccountTable, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 9,
    OnChangeOf = new[] { Customer.Columns.Owner },
    Description = "The assessments of an account get the new owner of the account.")]
[Step(Message.Update, Customer.ContactTable, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 9,
    OnChangeOf = new[] { Customer.Columns.Owner },
    Description = "The assessments of a contact get the new owner of the contact.")]
public sealed class GiveInsightToCustomersOwner : PluginBase
{
    protected override void Run(StepRun run) => new CustomersOwner(run, OwnedRows.Risk).Follow(
        new EntityReference(run.Context.PrimaryEntityName, run.Context.PrimaryEntityId));
}
