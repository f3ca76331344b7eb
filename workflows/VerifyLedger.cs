using System.Activities;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using Api = CrmExtensions.Xrm.Schema.LifecycleApis.VerifyLedger;

namespace CrmExtensions.Workflows;

/// <summary>Replays a member's entries; a difference becomes a finding for an administrator.</summary>
[Activity("CrmExtensions Loyalty")]
public sealed class VerifyLedger : CodeActivity
{
    [Input("Member")]
    [RequiredArgument]
    [ReferenceTarget(LoyaltyMember.Table)]
    public InArgument<EntityReference> Member { get; set; } = null!;

    [Output("Is sound")]
    public OutArgument<bool> IsSound { get; set; } = null!;

    [Output("Result (JSON)")]
    public OutArgument<string> Result { get; set; } = null!;

    protected override void Execute(CodeActivityContext context)
    {
        OrganizationResponse answer = WorkflowUser.Service(context).Execute(new OrganizationRequest(Api.Name)
        {
            [Api.Member] = Member.Get(context),
        });
        IsSound.Set(context, (int)answer.Results[Api.Differences] == 0);
        Result.Set(context, (string)answer.Results[Api.Result]);
    }
}
