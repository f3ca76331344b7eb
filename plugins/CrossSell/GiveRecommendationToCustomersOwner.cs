using System.ServiceModel;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.CrossSell;

/// <summary>
/// A decided recommendation belongs to whom its customer belongs; afterwards, so that deciding never waits for a right.
/// </summary>
[Step(Message.Create, RecommendationRow.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "A decided recommendation belongs to whom its customer belongs.")]
public sealed class GiveRecommendationToCustomersOwner : PluginBase
{
    private const int PrivilegeDenied = unchecked((int)0x80040220);

    protected override void Run(StepRun run)
    {
        if (run.Target<RecommendationRow>().CustomerId is not { } customer) return;
        if (new CustomerReader(run.System).Find(customer)?.Owner is not { } owner) return;
        var row = new Entity(RecommendationRow.Table, run.Context.PrimaryEntityId)
        {
            [RecommendationRow.Columns.Owner] = owner,
        };
        try
        {
            run.System.Update(row);
        }
        catch (FaultException<OrganizationServiceFault> refused) when (refused.Detail.ErrorCode == PrivilegeDenied)
        {
            run.NothingToDo("the customer's owner cannot read recommendations. " + refused.Detail.Message);
        }
    }
}
