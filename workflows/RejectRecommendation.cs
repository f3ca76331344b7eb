using System;
using System.Activities;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using Api = CrmExtensions.Xrm.Schema.CrossSellApis.RejectRecommendation;

namespace CrmExtensions.Workflows;

/// <summary>Keeps a product away from a customer for some months, with a reason, once for a request id.</summary>
[Activity("CrmExtensions Cross-Selling")]
public sealed class RejectRecommendation : CodeActivity
{
    [Input("Account")]
    [ReferenceTarget(Customer.AccountTable)]
    public InArgument<EntityReference> Account { get; set; } = null!;

    [Input("Contact")]
    [ReferenceTarget(Customer.ContactTable)]
    public InArgument<EntityReference> Contact { get; set; } = null!;

    [Input("Product")]
    [RequiredArgument]
    [ReferenceTarget(Product.Table)]
    public InArgument<EntityReference> ProductToReject { get; set; } = null!;

    [Input("Reason")]
    [RequiredArgument]
    [AttributeTarget(RecommendationRow.Table, RecommendationRow.Columns.RejectReason)]
    public InArgument<OptionSetValue> Reason { get; set; } = null!;

    [Input("Request id (once only)")]
    [RequiredArgument]
    public InArgument<string> RequestId { get; set; } = null!;

    [Output("Rejected until")]
    public OutArgument<DateTime> RejectedUntil { get; set; } = null!;

    protected override void Execute(CodeActivityContext context)
    {
        EntityReference? customer = Account.Get(context) ?? Contact.Get(context);
        OrganizationResponse answer = WorkflowUser.Service(context).Execute(new OrganizationRequest(Api.Name)
        {
            [Api.CustomerTable] = customer?.LogicalName ?? "",
            [Api.CustomerId] = customer?.Id ?? Guid.Empty,
            [Api.ProductId] = ProductToReject.Get(context)?.Id ?? Guid.Empty,
            [Api.Reason] = Reason.Get(context)?.Value ?? 0,
            [Api.RequestId] = RequestId.Get(context),
        });

        // Empty for a customer who objects to profiling: nothing is kept.
        if (answer.Results.TryGetValue(Api.RejectedUntil, out object until))
            RejectedUntil.Set(context, (DateTime)until);
    }
}
