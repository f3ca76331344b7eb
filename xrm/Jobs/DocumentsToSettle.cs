using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Orders and invoices whose entries are not what their state asks for: whatever was imported, fulfilled, paid or
/// cancelled past our steps is found here. The history of before the programme is paid only on purpose.
/// </summary>
internal sealed class DocumentsToSettle : IJobWork
{
    private readonly IOrganizationService service;

    public DocumentsToSettle(IOrganizationService service) => this.service = service;

    /// <summary>Only what some programme pays for.</summary>
    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) => SliceCutter.Parts(
        new[] { SalesOrder.Table, Invoice.Table }
            .Where(table => ProgrammeSwitches.FirstPayingAt(service, MilestoneOf(table)) is not null)
            .Select(MomentPages.CursorOf)
            .ToArray());

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        DateTime? start = StartOf(scope, MomentPages.TableOf(cursor));
        QueryExpression query = MomentPages.Query(cursor, start, EarningDocument.Columns.State);
        IReadOnlyList<Entity> rows = MomentPages.Behind(cursor, service.RetrieveMultiple(query));
        if (rows.Count == 0) return Array.Empty<JobSubject>();
        ILookup<string, EntryKind> entries = EntriesOf(rows);
        return MomentPages.Subjects(cursor, rows, row => IsDue(row, entries[row.Id.ToString("D")].ToArray()));
    }

    public void Do(JobSubject subject, SliceScope scope) => JobItem.Execute(service, subject.Id, scope);

    /// <summary>
    /// In the item's transaction: whatever the document should have earned by now, it has afterwards.
    /// </summary>
    public static void Settle(StepRun run, Guid documentId)
    {
        var documents = new DocumentReader(run.System);
        PurchaseDocument? document = documents.Find(new EntityReference(SalesOrder.Table, documentId))
            ?? documents.Find(new EntityReference(Invoice.Table, documentId));
        if (document is null) run.NothingToDo("the document does not exist.");
        else if (!IsAtMilestone(document.Table, document.State)) new AwardRemoval(run).Remove(document);
        else Pay(run, document);
    }

    /// <exception cref="BusinessRuleException">The member is damaged. An award passes over that; here it is a failure,
    /// so that the time of this document is looked at again until the member is repaired.</exception>
    private static void Pay(StepRun run, PurchaseDocument document)
    {
        Milestone milestone = MilestoneOf(document.Table);
        bool isDamaged = document.Customer is { } customer
            && new ProgrammeReader(run).ReadPayingAt(milestone, customer).Any(payer => payer.DamagedIds.Count > 0);
        if (isDamaged) throw new BusinessRuleException(UserText.LedgerIsDamaged);
        new PurchaseAward(run, document).Pay(milestone);
    }

    private static bool IsAtMilestone(string table, int? state) => table == Invoice.Table
        ? state == Invoice.Paid
        : state is SalesOrder.Fulfilled or SalesOrder.Invoiced;

    /// <summary>
    /// What was done before there was a programme earns nothing, unless an administrator asks for it.
    /// </summary>
    private DateTime? StartOf(SliceScope scope, string table)
    {
        if (MomentPages.StartOf(scope) is not { } start) return null;
        DateTime? first = ProgrammeSwitches.FirstPayingAt(service, MilestoneOf(table));
        return first > start ? first : start;
    }

    private static Milestone MilestoneOf(string table) =>
        table == Invoice.Table ? Milestone.InvoicePaid : Milestone.OrderFulfilled;

    // An invoice may have been paid in parts, an order only has an award or has none; corrections are looked at again.
    private static bool IsDue(Entity row, EntryKind[] entries)
    {
        int? state = row.GetAttributeValue<OptionSetValue>(EarningDocument.Columns.State)?.Value;
        bool isPaid = entries.Contains(EntryKind.Earn);
        if (!IsAtMilestone(row.LogicalName, state)) return isPaid;
        return !isPaid || entries.Contains(EntryKind.Correction) || row.LogicalName == Invoice.Table;
    }

    private ILookup<string, EntryKind> EntriesOf(IEnumerable<Entity> documents)
    {
        var query = new QueryExpression(LoyaltyEntry.Table)
        {
            ColumnSet = new ColumnSet(LoyaltyEntry.Columns.SourceId, LoyaltyEntry.Columns.Kind),
        };
        query.Criteria.AddCondition(
            LoyaltyEntry.Columns.SourceId,
            ConditionOperator.In,
            documents.Select(row => (object)row.Id.ToString("D")).ToArray());
        return service.RetrieveMultiple(query).Entities.ToLookup(
            row => row.GetAttributeValue<string>(LoyaltyEntry.Columns.SourceId),
            row => (EntryKind)(row.Number(LoyaltyEntry.Columns.Kind) ?? 0));
    }
}
