using System.ServiceModel;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>
/// A new member belongs to whom its customer belongs; afterwards, so that enrolling never waits for a right. The
/// platform lets nobody own a row that he cannot read: the member of a salesperson without a role of ours stays with
/// SYSTEM, which no job needs to fail for.
/// </summary>
[Step(Message.Create, LoyaltyMember.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "A new member belongs to whom its customer belongs.")]
public sealed class GiveMemberToCustomersOwner : PluginBase
{
    private const int PrivilegeDenied = unchecked((int)0x80040220);

    protected override void Run(StepRun run)
    {
        if (run.Target<LoyaltyMember>().CustomerId is not { } customer) return;
        if (new CustomerReader(run.System).Find(customer)?.Owner is not { } owner) return;
        try
        {
            new MemberStore(run.System).GiveTo(owner, run.Context.PrimaryEntityId);
        }
        catch (FaultException<OrganizationServiceFault> refused) when (refused.Detail.ErrorCode == PrivilegeDenied)
        {
            run.NothingToDo("the customer's owner cannot read members. " + refused.Detail.Message);
        }
    }
}
