using System;
using System.Activities;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using Api = CrmExtensions.Xrm.Schema.CrossSellApis.Recommend;

namespace CrmExtensions.Workflows;

/// <summary>The best product to recommend to a customer, with its reason; empty where there is none.</summary>
[Activity("CrmExtensions Cross-Selling")]
public sealed class GetTopRecommendation : CodeActivity
{
    [Input("Account")]
    [ReferenceTarget(Customer.AccountTable)]
    public InArgument<EntityReference> Account { get; set; } = null!;

    [Input("Contact")]
    [ReferenceTarget(Customer.ContactTable)]
    public InArgument<EntityReference> Contact { get; set; } = null!;

    [Input("What is due again (instead of what is new)")]
    public InArgument<bool> BuyAgain { get; set; } = null!;

    [Output("Product")]
    [ReferenceTarget(Product.Table)]
    public OutArgument<EntityReference> Recommended { get; set; } = null!;

    [Output("Reason (English)")]
    public OutArgument<string> Reason { get; set; } = null!;

    [Output("Reason (German)")]
    public OutArgument<string> ReasonGerman { get; set; } = null!;

    [Output("Found")]
    public OutArgument<bool> Found { get; set; } = null!;

    protected override void Execute(CodeActivityContext context)
    {
        EntityReference? customer = Account.Get(context) ?? Contact.Get(context);
        OrganizationResponse answer = WorkflowUser.Service(context).Execute(new OrganizationRequest(Api.Name)
        {
            [Api.CustomerTable] = customer?.LogicalName ?? "",
            [Api.CustomerId] = customer?.Id ?? Guid.Empty,
            [Api.Top] = 1,
        });
        var list = (string)answer.Results[BuyAgain.Get(context) ? Api.BuyAgain : Api.GoesWith];
        FirstRecommendation? first = FirstRecommendation.Of(list);
        Found.Set(context, first is not null);
        if (first is null) return;
        Recommended.Set(context, new EntityReference(Product.Table, first.ProductId));
        Reason.Set(context, first.TextEn);
        ReasonGerman.Set(context, first.TextDe);
    }
}
