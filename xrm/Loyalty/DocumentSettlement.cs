using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// Redemptions follow their document: used when it is done, given back when it is cancelled, and moved along when
/// another one is made of it.
/// </summary>
internal sealed class DocumentSettlement
{
    private readonly StepRun run;

    public DocumentSettlement(StepRun run) => this.run = run;

    public void SettleAfterwards(string table, Guid documentId) =>
        SettleAfterwards(new DocumentStore(run.System).Find(table, documentId));

    /// <summary>An order that was made of no quote and was not cancelled need not be read for it.</summary>
    /// <param name="seen">With state and quote.</param>
    public void SettleOrder(Entity seen)
    {
        bool isAlone = DocumentStore.OriginOf(seen) is null
            && DocumentStore.StateOf(seen) != DocumentState.Cancelled;
        if (isAlone) SettleAfterwards(seen);
        else SettleAfterwards(seen.LogicalName, seen.Id);
    }

    /// <summary>
    /// What runs afterwards has no transaction, and without one a lock ends with its own request: the message that this
    /// sends has one. Most documents have never seen a point, and send none.
    /// </summary>
    private void SettleAfterwards(Entity? document)
    {
        if (document is null || RedemptionsOf(document, FamilyOf(document)).Count == 0)
        {
            run.NothingToDo("no points pay for the document, or it was deleted.");
            return;
        }

        run.System.Execute(new OrganizationRequest(RedemptionApis.SettleRedemptions.Name)
        {
            [RedemptionApis.SettleRedemptions.DocumentTable] = document.LogicalName,
            [RedemptionApis.SettleRedemptions.DocumentId] = document.Id,
        });
    }

    public void Settle(string table, Guid documentId)
    {
        if (new DocumentStore(run.System).Find(table, documentId) is not { } document)
        {
            run.NothingToDo("the document was deleted.");
            return;
        }

        DocumentFamily? family = FamilyOf(document);
        var steps = new RedemptionSteps(run);
        foreach (RedemptionRow row in RedemptionsOf(document, family)) steps.SettleWith(row.Id, document, family);
    }

    /// <summary>
    /// The document was cancelled and can be changed again. Every redemption is looked at under its member's lock, so
    /// that one which is going back at this moment is not missed.
    /// </summary>
    public void Reopen(string table, Guid documentId)
    {
        if (new DocumentStore(run.System).Find(table, documentId) is not { } document) return;
        DocumentFamily family = DocumentFamily.Read(run.System, document);
        var steps = new RedemptionSteps(run);
        foreach (RedemptionRow row in RedemptionsOf(document, family)) steps.Reopen(row.Id, document, family);
    }

    /// <summary>
    /// Only what was made of another document, or is over, needs to be seen together with the rest of its sale.
    /// </summary>
    private DocumentFamily? FamilyOf(Entity document)
    {
        bool isMade = DocumentStore.OriginOf(document) is not null || DocumentStore.RevisionOf(document) > 0;
        bool mayHaveHeirs = DocumentStore.StateOf(document) is DocumentState.Cancelled
            || DocumentStore.IsRevised(document);
        return isMade || mayHaveHeirs ? DocumentFamily.Read(run.System, document) : null;
    }

    /// <summary>
    /// Whatever became of them, in the order in which members are locked, so that nobody waits for one another.
    /// </summary>
    private IReadOnlyList<RedemptionRow> RedemptionsOf(Entity document, DocumentFamily? family) =>
        new RedemptionStore(run.System).EverOf(family?.Ids ?? new[] { document.Id })
            .OrderBy(row => row.MemberId.Id.ToString("N"), StringComparer.Ordinal)
            .ToArray();
}
