using System;
using System.Activities;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using Api = CrmExtensions.Xrm.Schema.CrossSellApis.AcceptRecommendation;

namespace CrmExtensions.Workflows;

/// <summary>Puts a recommended product on a quote or an order, once for a request id.</summary>
[Activity("CrmExtensions Cross-Selling")]
public sealed class AcceptRecommendation : CodeActivity
{
    [Input("Quote")]
    [ReferenceTarget(EarningDocument.QuoteTable)]
    public InArgument<EntityReference> Quote { get; set; } = null!;

    [Input("Order")]
    [ReferenceTarget(EarningDocument.OrderTable)]
    public InArgument<EntityReference> Order { get; set; } = null!;

    [Input("Product")]
    [RequiredArgument]
    [ReferenceTarget(Product.Table)]
    public InArgument<EntityReference> ProductToAdd { get; set; } = null!;

    [Input("Quantity (1 if empty)")]
    public InArgument<decimal> Quantity { get; set; } = null!;

    [Input("Request id (once only)")]
    [RequiredArgument]
    public InArgument<string> RequestId { get; set; } = null!;

    [Output("Recommendation")]
    [ReferenceTarget(RecommendationRow.Table)]
    public OutArgument<EntityReference> Recommendation { get; set; } = null!;

    protected override void Execute(CodeActivityContext context)
    {
        EntityReference? document = Quote.Get(context) ?? Order.Get(context);
        OrganizationResponse answer = WorkflowUser.Service(context).Execute(new OrganizationRequest(Api.Name)
        {
            [Api.DocumentTable] = document?.LogicalName ?? "",
            [Api.DocumentId] = document?.Id ?? Guid.Empty,
            [Api.ProductId] = ProductToAdd.Get(context)?.Id ?? Guid.Empty,
            [Api.Quantity] = Quantity.Get(context),
            [Api.RequestId] = RequestId.Get(context),
        });
        var id = (Guid)answer.Results[Api.RecommendationId];
        Recommendation.Set(context, new EntityReference(RecommendationRow.Table, id));
    }
}
