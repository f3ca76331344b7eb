using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>What waits for a second person, and what that person said.</summary>
internal sealed class ApprovalStore
{
    private const string SystemUser = "systemuser";

    private readonly StepRun run;

    public ApprovalStore(StepRun run) => this.run = run;

    /// <summary>Null if there is no such row.</summary>
    public ApprovalRow? Find(Guid id) => First(ApprovalRow.Columns.Id, id);

    /// <summary>The one of this request; it waits or was decided.</summary>
    public ApprovalRow? FindByRequest(string requestKey) => First(ApprovalRow.Columns.RequestKey, requestKey);

    public Guid Ask(ApprovalKind kind, string requestKey, PendingMove move) => run.System.Create(new ApprovalRow
    {
        Name = kind.ToString(),
        Kind = (int)kind,
        MemberId = new EntityReference(LoyaltyMember.Table, move.MemberId),
        Points = move.Points,
        Payload = move.ToJson(),
        RequestKey = requestKey,
        RequestedById = new EntityReference(SystemUser, run.OriginatorId),
        RequestedOn = run.Now,
        Decision = (int)ApprovalDecision.Open,
    }.Plain());

    public void Decide(ApprovalRow read, ApprovalDecision decision, string comment)
    {
        var changes = new ApprovalRow
        {
            Decision = (int)decision,
            DecidedById = new EntityReference(SystemUser, run.OriginatorId),
            DecidedOn = run.Now,
        };
        if (comment.Length > 0) changes.Comment = comment;
        Versioned.Update(run.System, read, changes);
    }

    private ApprovalRow? First(string column, object value)
    {
        var query = new QueryExpression(ApprovalRow.Table)
        {
            ColumnSet = new ColumnSet(
                ApprovalRow.Columns.Kind, ApprovalRow.Columns.MemberId, ApprovalRow.Columns.Payload,
                ApprovalRow.Columns.RequestedById, ApprovalRow.Columns.Decision),
        };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return run.System.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<ApprovalRow>();
    }
}
