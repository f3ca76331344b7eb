using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// Redemptions follow their document: used when it is done, given back when it is cancelled, and moved along when an
/// order is made of a quote.
/// </summary>
internal sealed class DocumentSettlement
{
    private readonly StepRun run;

    public DocumentSettlement(StepRun run) => this.run = run;

    /// <summary>Whether there is anything to settle now; most documents have never seen a point.</summary>
    public bool IsDue(string table, Guid documentId)
    {
        bool isDue = new DocumentStore(run.System).Find(table, documentId) is { } document
            && RedemptionsOf(document).Count > 0;
        if (!isDue) run.NothingToDo("no points pay for the document, or it was deleted.");
        return isDue;
    }

    public void Settle(string table, Guid documentId)
    {
        if (new DocumentStore(run.System).Find(table, documentId) is not { } document)
        {
            run.NothingToDo("the document was deleted.");
            return;
        }

        DocumentState state = DocumentStore.StateOf(document);
        foreach (RedemptionRow row in RedemptionsOf(document)) Settle(row, document, state);
    }

    /// <summary>
    /// The document was cancelled and can be changed again. Every redemption is looked at under its member's lock, so
    /// that one which is going back at this moment is not missed.
    /// </summary>
    public void Reopen(string table, Guid documentId)
    {
        if (new DocumentStore(run.System).Find(table, documentId) is not { } document) return;
        var store = new RedemptionStore(run.System);
        var steps = new RedemptionSteps(run);
        foreach (RedemptionRow row in ByMember(store.EverOf(DocumentStore.WithOrigin(document))))
            steps.TakeDiscountOff(row.Id);
    }

    private IReadOnlyList<RedemptionRow> RedemptionsOf(Entity document) =>
        ByMember(new RedemptionStore(run.System).OfDocuments(DocumentStore.WithOrigin(document)));

    /// <summary>In the order in which members are locked, so that nobody waits for one another.</summary>
    private static IReadOnlyList<RedemptionRow> ByMember(IEnumerable<RedemptionRow> rows) =>
        rows.OrderBy(row => row.MemberId.Id.ToString("N"), StringComparer.Ordinal).ToArray();

    private void Settle(RedemptionRow row, Entity document, DocumentState state)
    {
        var steps = new RedemptionSteps(run);
        if (row.DocumentId != document.Id.ToString("D")) steps.Follow(row.Id, document);
        if (state == DocumentState.Done) steps.CommitWithDocument(row.Id);
        else if (state == DocumentState.Cancelled) steps.GiveBack(row.Id);
    }
}
