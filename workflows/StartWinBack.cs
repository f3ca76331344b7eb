using System;
using System.Activities;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using Api = CrmExtensions.Xrm.Schema.WinBackApis.StartWinBack;

namespace CrmExtensions.Workflows;

/// <summary>Begins to win a customer back with a task; the same request id begins nothing twice.</summary>
[Activity("CrmExtensions Insight")]
public sealed class StartWinBack : CodeActivity
{
    [Input("Account")]
    [ReferenceTarget(Customer.AccountTable)]
    public InArgument<EntityReference> Account { get; set; } = null!;

    [Input("Contact")]
    [ReferenceTarget(Customer.ContactTable)]
    public InArgument<EntityReference> Contact { get; set; } = null!;

    [Input("Request id")]
    [RequiredArgument]
    public InArgument<string> RequestId { get; set; } = null!;

    [Input("Campaign")]
    public InArgument<string> Campaign { get; set; } = null!;

    [Output("Win-back")]
    [ReferenceTarget(WinBackRow.Table)]
    public OutArgument<EntityReference> WinBack { get; set; } = null!;

    [Output("Is treated")]
    public OutArgument<bool> IsTreated { get; set; } = null!;

    [Output("Offer ceiling")]
    public OutArgument<decimal> Ceiling { get; set; } = null!;

    protected override void Execute(CodeActivityContext context)
    {
        var request = new OrganizationRequest(Api.Name) { [Api.RequestId] = RequestId.Get(context) };
        if (Campaign.Get(context) is { } campaign) request[Api.Campaign] = campaign;
        WorkflowCustomer.Put(request, Account.Get(context), Contact.Get(context));
        OrganizationResponse answer = WorkflowUser.Service(context).Execute(request);
        WinBack.Set(context, new EntityReference(WinBackRow.Table, (Guid)answer[Api.WinBackId]));
        IsTreated.Set(context, (bool)answer[Api.IsTreated]);
        Ceiling.Set(context, (decimal)answer[Api.Ceiling]);
    }
}
