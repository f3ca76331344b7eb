using System;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>Decided recommendations: which product, why it was recommended, what became of it.</summary>
internal sealed class RecommendationStore
{
    private readonly StepRun run;

    public RecommendationStore(StepRun run) => this.run = run;

    /// <summary>Null if no earlier message had this request id.</summary>
    /// <exception cref="BusinessRuleException">It belongs to another product, customer, document or decision.
    /// </exception>
    public RecommendationRow? Find(string requestId, Guid productId, AskedFor asked, RecommendationState state)
    {
        var query = new QueryExpression(RecommendationRow.Table)
        {
            ColumnSet = new ColumnSet(
                RecommendationRow.Columns.ProductId, RecommendationRow.Columns.DocumentId,
                RecommendationRow.Columns.LineId, RecommendationRow.Columns.State,
                RecommendationRow.Columns.RejectedUntil, RecommendationRow.Columns.CustomerId),
        };
        query.Criteria.AddCondition(RecommendationRow.Columns.RequestKey, ConditionOperator.Equal, KeyOf(requestId));
        Entity? found = run.System.RetrieveMultiple(query).Entities.FirstOrDefault();
        if (found is null) return null;
        RecommendationRow row = found.ToEntity<RecommendationRow>();
        bool isSame = row.ProductId?.Id == productId
            && (row.DocumentId ?? "") == (asked.Document?.Id.ToString("D") ?? "")
            && IsOf(row.CustomerId, asked.Customer)
            && row.State == (int)state;
        return isSame ? row : throw new BusinessRuleException(UserText.RequestIdIsOfAnotherRecommendation);
    }

    /// <summary>Whoever objects to profiling is not kept with the decision.</summary>
    private static bool IsOf(EntityReference? kept, EntityReference? asked) =>
        kept is null || asked is null || kept.Id == asked.Id;

    /// <param name="row">With its decision.</param>
    /// <param name="item">Null where the product stood in no list.</param>
    /// <param name="found">What was answered for the same customer and document just now.</param>
    /// <param name="requestId">Given by the caller.</param>
    public Guid Create(RecommendationRow row, Recommended? item, Recommending found, string requestId)
    {
        row.RequestKey = KeyOf(requestId);
        row.CustomerId = found.IsWithoutProfile ? null : found.Situation.Customer;
        row.DocumentTable = found.Situation.Document?.LogicalName;
        row.DocumentId = found.Situation.Document?.Id.ToString("D");
        row.DecidedOn = run.Now;
        row.DecidedById = new EntityReference("systemuser", run.OriginatorId);
        if (item is not null) AddReason(row, item, found);
        return run.System.Create(row.Plain());
    }

    private static void AddReason(RecommendationRow row, Recommended item, Recommending found)
    {
        bool isNew = found.Lists.GoesWith.Contains(item);
        row.List = isNew ? 0 : 1;
        row.Rank = item.Rank;
        row.Score = Math.Round((decimal)Math.Min(item.Score, 1_000_000_000), 8);
        row.Source = (int)item.Source;
        row.Reason = (int)item.Reason;
        row.ReasonValues = RecommendationJson.Values(item.Values);
        if (item.With.Length > 0) row.WithProductId = new EntityReference(Product.Table, Keys.IdOf(item.With));
    }

    /// <summary>A fixed length, whatever the caller's text: the same text has the same key.</summary>
    private static string KeyOf(string requestId) => SourceKey.SourceNamed(requestId).ToString("N");
}
