using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>A document is not at its milestone any more: what it counts is taken off in every programme.</summary>
internal sealed class AwardRemoval
{
    private readonly StepRun run;

    public AwardRemoval(StepRun run) => this.run = run;

    public void Remove(PurchaseDocument document) =>
        Remove(document, new DocumentLedger(run.System).Find(document));

    /// <param name="document">That left its milestone.</param>
    /// <param name="posted">Its entries, where the event had to look for them itself.</param>
    public void Remove(PurchaseDocument document, IReadOnlyList<PostedEntry> posted)
    {
        PostedEntry[] awards = posted
            .Where(entry => entry.IsAward && entry.DocumentId == document.Id)
            .OrderBy(entry => entry.Key.MemberId)
            .ToArray();
        if (awards.Length == 0) run.NothingToDo("the document has earned nothing.");
        var settlement = new AwardSettlement(run);
        foreach (PostedEntry award in awards) settlement.TakeOff(award);
    }
}
