using System.ServiceModel;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Churn;

/// <summary>
/// A new assessment belongs to whom its customer belongs, and its reasons with it. Who cannot read assessments cannot
/// own one either: it stays with SYSTEM, which no job needs to fail for.
/// </summary>
[Step(Message.Create, CustomerInsightRow.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "A new assessment belongs to whom its customer belongs.")]
public sealed class GiveInsightToCustomersOwner : PluginBase
{
    private const int PrivilegeDenied = unchecked((int)0x80040220);

    protected override void Run(StepRun run)
    {
        if (run.Target<CustomerInsightRow>().CustomerId is not { } customer) return;
        if (CustomerNow.Find(run.System, customer)?.Owner is not { } owner) return;
        try
        {
            new InsightStore(run.System).GiveTo(owner, run.Context.PrimaryEntityId);
        }
        catch (FaultException<OrganizationServiceFault> refused) when (refused.Detail.ErrorCode == PrivilegeDenied)
        {
            run.NothingToDo("the customer's owner cannot read assessments. " + refused.Detail.Message);
        }
    }
}
