using System;
using System.Activities;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using Api = CrmExtensions.Xrm.Schema.RedemptionApis.ReservePoints;

namespace CrmExtensions.Workflows;

/// <summary>Sets a member's points aside for a reward, once for a request id.</summary>
[Activity("CrmExtensions Loyalty")]
public sealed class ReservePoints : CodeActivity
{
    [Input("Member")]
    [RequiredArgument]
    [ReferenceTarget(LoyaltyMember.Table)]
    public InArgument<EntityReference> Member { get; set; } = null!;

    [Input("Reward")]
    [ReferenceTarget(RewardRow.Table)]
    public InArgument<EntityReference> Reward { get; set; } = null!;

    [Input("Most points (without a reward)")]
    public InArgument<int> Points { get; set; } = null!;

    [Input("Request id (once only)")]
    [RequiredArgument]
    public InArgument<string> RequestId { get; set; } = null!;

    [Output("Redemption")]
    [ReferenceTarget(RedemptionRow.Table)]
    public OutArgument<EntityReference> Redemption { get; set; } = null!;

    [Output("Reserved points")]
    public OutArgument<int> ReservedPoints { get; set; } = null!;

    [Output("Voucher code")]
    public OutArgument<string> VoucherCode { get; set; } = null!;

    protected override void Execute(CodeActivityContext context)
    {
        var request = new OrganizationRequest(Api.Name)
        {
            [Api.Member] = Member.Get(context),
            [Api.RequestId] = RequestId.Get(context),
        };
        if (Reward.Get(context) is { } reward) request[Api.Reward] = reward;
        if (Points.Get(context) is var points && points != 0) request[Api.Points] = points;
        OrganizationResponse answer = WorkflowUser.Service(context).Execute(request);
        Redemption.Set(context, new EntityReference(RedemptionRow.Table, (Guid)answer.Results[Api.RedemptionId]));
        ReservedPoints.Set(context, (int)answer.Results[Api.ReservedPoints]);
        VoucherCode.Set(context, (string)answer.Results[Api.VoucherCode]);
    }
}
