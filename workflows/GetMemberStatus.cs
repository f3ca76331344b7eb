using System;
using System.Activities;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Microsoft.Xrm.Sdk.Workflow;

namespace CrmExtensions.Workflows;

/// <summary>What a member has, for conditions and texts of a workflow. Reads as the workflow's user.</summary>
[Activity("CrmExtensions Loyalty")]
public sealed class GetMemberStatus : CodeActivity
{
    [Input("Member")]
    [RequiredArgument]
    [ReferenceTarget(LoyaltyMember.Table)]
    public InArgument<EntityReference> Member { get; set; } = null!;

    [Output("Balance")]
    public OutArgument<int> Balance { get; set; } = null!;

    [Output("Available points")]
    public OutArgument<int> Available { get; set; } = null!;

    [Output("Pending points")]
    public OutArgument<int> Pending { get; set; } = null!;

    [Output("Tier")]
    [ReferenceTarget(LoyaltyTierRow.Table)]
    public OutArgument<EntityReference> Tier { get; set; } = null!;

    [Output("Next expiry on")]
    public OutArgument<DateTime> NextExpiryOn { get; set; } = null!;

    [Output("Points of the next expiry")]
    public OutArgument<int> NextExpiryPoints { get; set; } = null!;

    [Output("Is active")]
    public OutArgument<bool> IsActive { get; set; } = null!;

    protected override void Execute(CodeActivityContext context)
    {
        LoyaltyMember member = WorkflowUser.Service(context)
            .Retrieve(LoyaltyMember.Table, Member.Get(context).Id, Columns())
            .ToEntity<LoyaltyMember>();
        Balance.Set(context, member.Balance ?? 0);
        Available.Set(context, member.Available ?? 0);
        Pending.Set(context, member.Pending ?? 0);
        if (member.TierId is { } tier) Tier.Set(context, tier);
        if (member.NextExpiryOn is { } day) NextExpiryOn.Set(context, day);
        NextExpiryPoints.Set(context, member.NextExpiryPoints ?? 0);
        IsActive.Set(context, member.IsActive);
    }

    private static ColumnSet Columns() => new(
        LoyaltyMember.Columns.Balance, LoyaltyMember.Columns.Available, LoyaltyMember.Columns.Pending,
        LoyaltyMember.Columns.TierId, LoyaltyMember.Columns.NextExpiryOn, LoyaltyMember.Columns.NextExpiryPoints,
        LoyaltyMember.Columns.State);
}
