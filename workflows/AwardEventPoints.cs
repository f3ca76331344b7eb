using System;
using System.Activities;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using Api = CrmExtensions.Xrm.Schema.MemberApis.AwardEventPoints;

namespace CrmExtensions.Workflows;

/// <summary>
/// Gives points for an event without a purchase, once for a request id. Either the member is named, or the customer
/// with the programme.
/// </summary>
[Activity("CrmExtensions Loyalty")]
public sealed class AwardEventPoints : CodeActivity
{
    [Input("Member")]
    [ReferenceTarget(LoyaltyMember.Table)]
    public InArgument<EntityReference> Member { get; set; } = null!;

    [Input("Account (without a member)")]
    [ReferenceTarget(Customer.AccountTable)]
    public InArgument<EntityReference> Account { get; set; } = null!;

    [Input("Contact (without a member)")]
    [ReferenceTarget(Customer.ContactTable)]
    public InArgument<EntityReference> Contact { get; set; } = null!;

    [Input("Programme (without a member)")]
    [ReferenceTarget(LoyaltyProgram.Table)]
    public InArgument<EntityReference> Programme { get; set; } = null!;

    /// <summary>Promotion, Survey, Review and so on: a wrong name is answered with the list of all.</summary>
    [Input("Event")]
    [RequiredArgument]
    public InArgument<string> Event { get; set; } = null!;

    [Input("Points (0: as the programme says)")]
    public InArgument<int> Points { get; set; } = null!;

    [Input("Request id (once only)")]
    [RequiredArgument]
    public InArgument<string> RequestId { get; set; } = null!;

    [Output("Entry")]
    [ReferenceTarget(LoyaltyEntry.Table)]
    public OutArgument<EntityReference> Entry { get; set; } = null!;

    [Output("Awarded points")]
    public OutArgument<int> AwardedPoints { get; set; } = null!;

    protected override void Execute(CodeActivityContext context)
    {
        var request = new OrganizationRequest(Api.Name)
        {
            [Api.Event] = Event.Get(context),
            [Api.RequestId] = RequestId.Get(context),
        };
        if (Member.Get(context) is { } member) request[Api.Member] = member;
        if ((Account.Get(context) ?? Contact.Get(context)) is { } customer) request[Api.CustomerId] = customer.Id;
        if (Programme.Get(context) is { } programme) request[Api.Programme] = programme;
        if (Points.Get(context) is var points && points != 0) request[Api.Points] = points;
        OrganizationResponse answer = WorkflowUser.Service(context).Execute(request);
        Entry.Set(context, new EntityReference(LoyaltyEntry.Table, (Guid)answer.Results[Api.EntryId]));
        AwardedPoints.Set(context, (int)answer.Results[Api.AwardedPoints]);
    }
}
