using System.Linq;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>A document is not at its milestone any more: what it counts is taken off in every programme.</summary>
internal sealed class AwardRemoval
{
    private readonly StepRun run;

    public AwardRemoval(StepRun run) => this.run = run;

    public void Remove(PurchaseDocument document)
    {
        PostedEntry[] awards = new DocumentLedger(run.System).Find(document)
            .Where(entry => entry.IsAward && entry.DocumentId == document.Id)
            .OrderBy(entry => entry.Key.MemberId)
            .ToArray();
        if (awards.Length == 0) run.NothingToDo("the document has earned nothing.");
        var settlement = new AwardSettlement(run);
        foreach (PostedEntry award in awards) settlement.TakeOff(award);
    }
}
