using System.Activities;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using Api = CrmExtensions.Xrm.Schema.RedemptionApis.CommitRedemption;

namespace CrmExtensions.Workflows;

/// <summary>The reserved points are used for good; a redemption that is committed already stays so.</summary>
[Activity("CrmExtensions Loyalty")]
public sealed class CommitRedemption : CodeActivity
{
    [Input("Redemption")]
    [RequiredArgument]
    [ReferenceTarget(RedemptionRow.Table)]
    public InArgument<EntityReference> Redemption { get; set; } = null!;

    [Output("Points")]
    public OutArgument<int> Points { get; set; } = null!;

    [Output("Value")]
    public OutArgument<decimal> Value { get; set; } = null!;

    protected override void Execute(CodeActivityContext context)
    {
        OrganizationResponse answer = WorkflowUser.Service(context).Execute(new OrganizationRequest(Api.Name)
        {
            [Api.Redemption] = Redemption.Get(context),
        });
        Points.Set(context, (int)answer.Results[Api.Points]);
        Value.Set(context, (decimal)answer.Results[Api.Value]);
    }
}
