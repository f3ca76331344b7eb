using System.Collections.Generic;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>Every active member of a programme, after somebody confirmed changed settings.</summary>
internal sealed class EveryMember : IJobWork
{
    private readonly StepRun run;

    public EveryMember(StepRun run) => this.run = run;

    /// <summary>Whoever confirms the settings of a programme cuts its members.</summary>
    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) => cutter.Members();

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        QueryExpression query = MemberPages.Active(cursor, scope);
        return MemberPages.Subjects(run.System.RetrieveMultiple(query).Entities);
    }

    public void Do(JobSubject subject, SliceScope scope)
    {
        JobItem.Execute(run.System, subject.Id, scope);
        new CustomerRefresh(run).ForMember(subject.Id);
    }
}
