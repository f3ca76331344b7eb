using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Rows with a flag that work takes off a page at a time: the subject is the first one that waits, and the item works
/// on it and those behind it. A row that waits still when its turn has passed is left to the next run.
/// </summary>
internal sealed class WaitingRows : IJobWork
{
    private readonly IOrganizationService service;
    private readonly KeyColumn key;
    private readonly string flag;

    public WaitingRows(IOrganizationService service, KeyColumn key, string flag)
    {
        this.service = service;
        this.key = key;
        this.flag = flag;
    }

    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) => SliceCutter.Parts("");

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        QueryExpression query = key.Query(cursor, scope.Until, 1);
        query.Criteria.AddCondition(flag, ConditionOperator.Equal, true);
        return key.Subjects(service.RetrieveMultiple(query).Entities).ToArray();
    }

    public void Do(JobSubject subject, SliceScope scope) => JobItem.Execute(service, subject.Id, scope);
}
