using System.Activities;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using Api = CrmExtensions.Xrm.Schema.ChurnApis.AssessCustomer;

namespace CrmExtensions.Workflows;

/// <summary>Assesses an account or a contact anew; give exactly one of them.</summary>
[Activity("CrmExtensions Insight")]
public sealed class AssessCustomer : CodeActivity
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

    [Output("Was assessed")]
    public OutArgument<bool> IsAssessed { get; set; } = null!;

    protected override void Execute(CodeActivityContext context)
    {
        var request = new OrganizationRequest(Api.Name);
        WorkflowCustomer.Put(request, Account.Get(context), Contact.Get(context));
        OrganizationResponse answer = WorkflowUser.Service(context).Execute(request);
        State.Set(context, (int)answer[Api.State]);
        Level.Set(context, (int)answer[Api.Level]);
        IsAssessed.Set(context, (bool)answer[Api.IsAssessed]);
    }
}
