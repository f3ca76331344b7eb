using System;
using System.Activities;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using Api = CrmExtensions.Xrm.Schema.ChurnApis.GetRisk;

namespace CrmExtensions.Workflows;

/// <summary>
/// Level and reasons for conditions and texts, in the language of the workflow's user. Advice for a person: a workflow
/// must not change a price or a service by it alone.
/// </summary>
[Activity("CrmExtensions Insight")]
public sealed class GetRisk : CodeActivity
{
    [Input("Account")]
    [ReferenceTarget(Customer.AccountTable)]
    public InArgument<EntityReference> Account { get; set; } = null!;

    [Input("Contact")]
    [ReferenceTarget(Customer.ContactTable)]
    public InArgument<EntityReference> Contact { get; set; } = null!;

    [Output("State")]
    public OutArgument<int> State { get; set; } = null!;

    [Output("Level")]
    public OutArgument<int> Level { get; set; } = null!;

    [Output("Standing")]
    public OutArgument<string> Standing { get; set; } = null!;

    [Output("Reasons")]
    public OutArgument<string> Reasons { get; set; } = null!;

    [Output("Outlook")]
    public OutArgument<string> Outlook { get; set; } = null!;

    [Output("High risk on")]
    public OutArgument<DateTime> HighRiskOn { get; set; } = null!;

    protected override void Execute(CodeActivityContext context)
    {
        var request = new OrganizationRequest(Api.Name);
        WorkflowCustomer.Put(request, Account.Get(context), Contact.Get(context));
        OrganizationResponse answer = WorkflowUser.Service(context).Execute(request);
        State.Set(context, (int)answer[Api.State]);
        Level.Set(context, (int)answer[Api.Level]);
        Standing.Set(context, (string)answer[Api.Standing]);
        Reasons.Set(context, string.Join(Environment.NewLine, (string[])answer[Api.Reasons]));
        Outlook.Set(context, (string)answer[Api.Outlook]);
        if (answer.Results.TryGetValue(Api.HighRiskOn, out object? day) && day is DateTime on)
            HighRiskOn.Set(context, on);
    }
}
