using System.Collections.Generic;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Customers that gave way to another one and whose members are not one yet: a merge promises no event to anybody.
/// </summary>
internal sealed class MergedCustomers : IJobWork
{
    private readonly StepRun run;

    public MergedCustomers(StepRun run) => this.run = run;

    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) => SliceCutter.Parts(
        MomentPages.CursorOf(Customer.AccountTable), MomentPages.CursorOf(Customer.ContactTable));

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        QueryExpression query = MomentPages.Query(cursor, scope);
        query.Criteria.AddCondition(Customer.Columns.Merged, ConditionOperator.Equal, true);
        return MomentPages.Subjects(
            cursor, MomentPages.Behind(cursor, run.System.RetrieveMultiple(query)), _ => true);
    }

    /// <summary>Folding changes the row, and a changed row is met again: only what is left to do is done.</summary>
    public void Do(JobSubject subject, SliceScope scope)
    {
        var gaveWay = new EntityReference(MomentPages.TableOf(subject.Cursor), subject.Id);
        new MergedObjection(run).Carry(gaveWay);
        if (new CustomerFold(run).IsLeft(gaveWay)) JobItem.Execute(run.System, subject.Id, scope);
    }
}
