using System.Activities;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace CrmExtensions.Workflows;

/// <summary>
/// Lets a workflow correct a member's balance. It calls the custom API as the workflow's user, so the same privilege,
/// limit and once-only rule hold as for everybody else.
/// </summary>
[Activity("CrmExtensions Loyalty")]
public sealed class AdjustPoints : CodeActivity
{
    [Input("Member")]
    [RequiredArgument]
    [ReferenceTarget(LoyaltyMember.Table)]
    public InArgument<EntityReference> Member { get; set; } = null!;

    [Input("Points (negative to take away)")]
    [RequiredArgument]
    public InArgument<int> Points { get; set; } = null!;

    [Input("Reason")]
    [RequiredArgument]
    [AttributeTarget(LoyaltyEntry.Table, LoyaltyEntry.Columns.Reason)]
    public InArgument<OptionSetValue> Reason { get; set; } = null!;

    /// <summary>
    /// The same id never adjusts twice: take something that names the occasion, such as a case number.
    /// </summary>
    [Input("Request id (once only)")]
    [RequiredArgument]
    public InArgument<string> RequestId { get; set; } = null!;

    [Output("Entry")]
    [ReferenceTarget(LoyaltyEntry.Table)]
    public OutArgument<EntityReference> Entry { get; set; } = null!;

    /// <summary>Set instead of the entry where a second person has to approve.</summary>
    [Output("Approval")]
    [ReferenceTarget(ApprovalRow.Table)]
    public OutArgument<EntityReference> Approval { get; set; } = null!;

    [Output("Balance")]
    public OutArgument<int> Balance { get; set; } = null!;

    protected override void Execute(CodeActivityContext context)
    {
        IOrganizationService user = WorkflowUser.Service(context);
        OrganizationResponse answer = user.Execute(new OrganizationRequest(CustomApis.AdjustPoints.Name)
        {
            [CustomApis.AdjustPoints.Member] = Member.Get(context),
            [CustomApis.AdjustPoints.Points] = Points.Get(context),
            [CustomApis.AdjustPoints.Reason] = Reason.Get(context)?.Value ?? 0,
            [CustomApis.AdjustPoints.RequestId] = RequestId.Get(context),
        });

        var entryId = (System.Guid)answer.Results[CustomApis.AdjustPoints.EntryId];
        var approvalId = (System.Guid)answer.Results[CustomApis.AdjustPoints.ApprovalId];
        if (entryId != System.Guid.Empty) Entry.Set(context, new EntityReference(LoyaltyEntry.Table, entryId));
        else Approval.Set(context, new EntityReference(ApprovalRow.Table, approvalId));
        Balance.Set(context, (int)answer.Results[CustomApis.AdjustPoints.Balance]);
    }
}
