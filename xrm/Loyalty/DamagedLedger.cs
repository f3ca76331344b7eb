using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// A member whose row or entries do not hold what the ledger wrote. Nothing is posted on top, and nothing faults: a
/// fault would take the document along. The finding says who it is; once the ledger is repaired, the sweep pays what
/// was left out.
/// </summary>
internal sealed class DamagedLedger
{
    private readonly StepRun run;

    public DamagedLedger(StepRun run) => this.run = run;

    /// <summary>Whether a member of this customer is damaged: then nothing of the customer is paid.</summary>
    public bool Reports(Participation payer)
    {
        foreach (Guid id in MemberFinder.InOrder(payer.DamagedIds)) Report(id);
        return payer.DamagedIds.Count > 0;
    }

    /// <summary>Of a member that is not locked yet. Two documents at once write one finding: behind the lock.</summary>
    public void Report(Guid memberId)
    {
        var members = new MemberStore(run.System);
        members.Lock(memberId, "damaged");
        if (members.ReadLocked(memberId).IsDamaged) ReportLocked(memberId);
        else run.NothingToDo($"member {memberId} was being repaired at this moment; the sweep pays this document.");
    }

    /// <summary>The same behind the member's lock.</summary>
    public void ReportLocked(Guid memberId)
    {
        run.NothingToDo($"the ledger of member {memberId} is damaged; it waits for a repair.");
        new HealthStore(run).Report(new HealthFinding
        {
            Code = HealthFinding.LedgerUnreadable,
            SubjectTable = LoyaltyMember.Table,
            SubjectId = memberId,
            Values = new JsonText().With("member", memberId.ToString("D")).ToString(),
        });
    }
}
