using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>
/// A member belongs to whom its customer belongs; afterwards, so that neither enrolling nor handing a customer over
/// waits for a right.
/// </summary>
[Step(Message.Create, LoyaltyMember.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "A new member belongs to whom its customer belongs.")]
[Step(Message.Update, Customer.AccountTable, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 7,
    OnChangeOf = new[] { Customer.Columns.Owner },
    Description = "The members of an account get the new owner of the account.")]
[Step(Message.Update, Customer.ContactTable, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 7,
    OnChangeOf = new[] { Customer.Columns.Owner },
    Description = "The members of a contact get the new owner of the contact.")]
public sealed class GiveMemberToCustomersOwner : PluginBase
{
    protected override void Run(StepRun run)
    {
        EntityReference? customer = run.Context.PrimaryEntityName == LoyaltyMember.Table
            ? run.Target<LoyaltyMember>().CustomerId
            : new EntityReference(run.Context.PrimaryEntityName, run.Context.PrimaryEntityId);
        if (customer is not null) new CustomersOwner(run, OwnedRows.Members).Follow(customer);
    }
}
