using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// The entries that a document has caused: its award, corrections of it and returns, in whatever programme and for
/// whatever member. Found by the source, which quick find keeps an index for.
/// </summary>
internal sealed class DocumentLedger
{
    private static readonly EntryKind[] Kinds = { EntryKind.Earn, EntryKind.Correction, EntryKind.Return };

    private readonly IOrganizationService service;

    public DocumentLedger(IOrganizationService service) => this.service = service;

    /// <summary>Those of an invoice's order as well: an order and its invoice are one business.</summary>
    public IReadOnlyList<PostedEntry> Find(PurchaseDocument document)
    {
        return document.OrderId is { } order ? Find(document.Id, order) : Find(document.Id);
    }

    public IReadOnlyList<PostedEntry> Find(EntityReference document) => Find(new[] { document.Id });

    private IReadOnlyList<PostedEntry> Find(params Guid[] sources)
    {
        var columns = new ColumnSet(LoyaltyEntry.Columns.SourceKey, LoyaltyEntry.Columns.SourceId);
        return Query(sources, columns)
            .Select(PostedOf)
            .Where(entry => entry is not null)
            .Select(entry => entry!)
            .ToArray();
    }

    /// <summary>
    /// What one award and everything that changed it have recorded. Only after the member was locked. Null if the award
    /// is none.
    /// </summary>
    public DocumentRecord? Read(PostedEntry award)
    {
        EntryDraft[] drafts = Query(new[] { award.DocumentId }, EntryRows.Columns())
            .Select(row => EntryRows.DraftOf(row.ToEntity<LoyaltyEntry>()))
            .Where(draft => draft is not null && draft.Key.ProgrammeId == award.Key.ProgrammeId)
            .Select(draft => draft!)
            .ToArray();
        EntryDraft? earned = Array.Find(drafts, draft => draft.Key.Kind == EntryKind.Earn);
        if (earned is null) return null;
        EntryDraft[] later = drafts.Where(draft => !ReferenceEquals(draft, earned)).ToArray();
        return new DocumentRecord { AwardId = award.Id, Award = earned, Later = later };
    }

    private IEnumerable<Entity> Query(Guid[] sources, ColumnSet columns)
    {
        var query = new QueryExpression(LoyaltyEntry.Table) { ColumnSet = columns };
        query.Criteria.AddCondition(
            LoyaltyEntry.Columns.SourceId,
            ConditionOperator.In,
            sources.Select(source => (object)source.ToString("D")).ToArray());
        query.Criteria.AddCondition(
            LoyaltyEntry.Columns.Kind,
            ConditionOperator.In,
            Kinds.Select(kind => (object)Choice.Of((int)kind)!.Value).ToArray());
        query.AddOrder(LoyaltyEntry.Columns.SourceKey, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities;
    }

    private static PostedEntry? PostedOf(Entity row)
    {
        LoyaltyEntry entry = row.ToEntity<LoyaltyEntry>();
        return SourceKey.TryParse(entry.SourceKey, out SourceKey key)
            && Guid.TryParse(entry.Text(LoyaltyEntry.Columns.SourceId), out Guid document)
                ? new PostedEntry { Id = entry.Id, Key = key, DocumentId = document }
                : null;
    }
}
