using System.Collections.Generic;
using CrmExtensions.Xrm.Verification;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// The nightly proof: what a member's entries give must be what its row says, in balance, lots and status months. A
/// difference is a finding for a person; nothing is ever overwritten.
/// </summary>
internal sealed class LedgersToReconcile : IJobWork
{
    private readonly StepRun run;

    public LedgersToReconcile(StepRun run) => this.run = run;

    /// <summary>Looking harms nobody, so a paused programme is proven too.</summary>
    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) => cutter.AllMembers();

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope) =>
        MemberPages.Subjects(run.System.RetrieveMultiple(MemberPages.Query(cursor, scope)).Entities);

    public void Do(JobSubject subject, SliceScope scope)
    {
        if (new LedgerVerification(run.System).Verify(subject.Id) is not { } ledger) return;
        var health = new HealthStore(run);
        if (ledger.IsSound) health.Resolve(ledger.Finding());
        else health.Report(ledger.Finding());
    }
}
