using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.CrossSell;

/// <summary>
/// A decided recommendation belongs to whom its customer belongs; afterwards, so that neither deciding nor handing a
/// customer over waits for a right.
/// </summary>
[Step(Message.Create, RecommendationRow.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "A new recommendation belongs to whom its customer belongs.")]
[Step(Message.Update, Customer.AccountTable, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 8,
    OnChangeOf = new[] { Customer.Columns.Owner },
    Description = "The recommendations of an account get the new owner of the account.")]
[Step(Message.Update, Customer.ContactTable, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 8,
    OnChangeOf = new[] { Customer.Columns.Owner },
    Description = "The recommendations of a contact get the new owner of the contact.")]
public sealed class GiveRecommendationToCustomersOwner : PluginBase
{
    protected override void Run(StepRun run)
    {
        EntityReference? customer = run.Context.PrimaryEntityName == RecommendationRow.Table
            ? run.Target<RecommendationRow>().CustomerId
            : new EntityReference(run.Context.PrimaryEntityName, run.Context.PrimaryEntityId);
        if (customer is not null) new CustomersOwner(run, OwnedRows.Recommendations).Follow(customer);
    }
}
