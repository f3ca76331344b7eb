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
    private const string Member = "member";

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
        return Query(sources, columns, withMember: true)
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
        EntryDraft?[] all = Query(new[] { award.DocumentId }, EntryRows.Columns(), withMember: false)
            .Select(row => row.ToEntity<LoyaltyEntry>())
            .Where(row => SourceKey.TryParse(row.SourceKey, out SourceKey key)
                && key.ProgrammeId == award.Key.ProgrammeId)
            .Select(EntryRows.DraftOf)
            .ToArray();
        EntryDraft[] drafts = all.Where(draft => draft is not null).Select(draft => draft!).ToArray();
        bool isWhole = drafts.Length == all.Length;
        EntryDraft? earned = Array.Find(drafts, draft => draft.Key.Kind == EntryKind.Earn);
        if (earned is null) return isWhole ? null : DocumentRecord.Damaged;
        EntryDraft[] later = drafts.Where(draft => !ReferenceEquals(draft, earned)).ToArray();
        EarnRecord record = EarnRecord.Of(earned, later);
        return isWhole && record.IsReadable
            ? new DocumentRecord { AwardId = award.Id, Award = earned, Later = later, Earned = record }
            : DocumentRecord.Damaged;
    }

    private IEnumerable<Entity> Query(Guid[] sources, ColumnSet columns, bool withMember)
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
        if (withMember)
        {
            LinkEntity member = query.AddLink(
                LoyaltyMember.Table, LoyaltyEntry.Columns.MemberId, LoyaltyMember.Columns.Id, JoinOperator.LeftOuter);
            member.EntityAlias = Member;
            member.Columns = new ColumnSet(LoyaltyMember.Columns.MergedIntoId);
        }

        return service.RetrieveMultiple(query).Entities;
    }

    private static PostedEntry? PostedOf(Entity row)
    {
        LoyaltyEntry entry = row.ToEntity<LoyaltyEntry>();
        return SourceKey.TryParse(entry.SourceKey, out SourceKey key)
            && Guid.TryParse(entry.Text(LoyaltyEntry.Columns.SourceId), out Guid document)
                ? new PostedEntry
                {
                    Id = entry.Id,
                    Key = key,
                    DocumentId = document,
                    MergedIntoId = row.Linked<EntityReference>(Member, LoyaltyMember.Columns.MergedIntoId)?.Id,
                }
                : null;
    }
}
