using System.Activities;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using Api = CrmExtensions.Xrm.Schema.JobApis.ReevaluateTiers;

namespace CrmExtensions.Workflows;

/// <summary>
/// Shows whose tier the present limits would change, or brings them into force; the members follow in slices of work.
/// </summary>
[Activity("CrmExtensions Loyalty")]
public sealed class ReevaluateTiers : CodeActivity
{
    [Input("Programme")]
    [RequiredArgument]
    [ReferenceTarget(LoyaltyProgram.Table)]
    public InArgument<EntityReference> Programme { get; set; } = null!;

    [Input("Preview only")]
    [Default("True")]
    public InArgument<bool> Preview { get; set; } = null!;

    [Input("Cursor")]
    public InArgument<string> Cursor { get; set; } = null!;

    [Output("Members")]
    public OutArgument<int> Members { get; set; } = null!;

    [Output("Changes")]
    public OutArgument<int> Changes { get; set; } = null!;

    [Output("List (JSON)")]
    public OutArgument<string> List { get; set; } = null!;

    [Output("Next cursor")]
    public OutArgument<string> NextCursor { get; set; } = null!;

    protected override void Execute(CodeActivityContext context)
    {
        OrganizationResponse answer = WorkflowUser.Service(context).Execute(new OrganizationRequest(Api.Name)
        {
            [JobApis.Programme] = Programme.Get(context),
            [JobApis.Preview] = Preview.Get(context),
            [JobApis.Cursor] = Cursor.Get(context) ?? "",
        });
        Members.Set(context, (int)answer.Results[Api.Members]);
        Changes.Set(context, (int)answer.Results[Api.Changes]);
        NextCursor.Set(context, (string)answer.Results[JobApis.NextCursor]);
        List.Set(context, (string)answer.Results[Api.List]);
    }
}
