using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>Jobs and their slices as rows.</summary>
internal sealed class JobStore
{
    private const string Job = "job";
    private const int LongestMessage = 4000;

    private readonly IOrganizationService service;

    public JobStore(IOrganizationService service) => this.service = service;

    /// <summary>Only ids: everything else is read after the lock.</summary>
    public IReadOnlyList<Guid> EnabledJobs()
    {
        var query = new QueryExpression(JobRow.Table) { ColumnSet = new ColumnSet(JobRow.Columns.Id) };
        query.Criteria.AddCondition(JobRow.Columns.IsEnabled, ConditionOperator.Equal, true);
        query.AddOrder(JobRow.Columns.Key, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities.Select(row => row.Id).ToArray();
    }

    public IReadOnlyList<Guid> Ids()
    {
        var query = new QueryExpression(JobRow.Table) { ColumnSet = new ColumnSet(JobRow.Columns.Id) };
        return service.RetrieveMultiple(query).Entities.Select(row => row.Id).ToArray();
    }

    /// <summary>
    /// First write, so that of two runs at once the second one waits and then sees what the first left.
    /// </summary>
    public JobRow Lock(Guid jobId, string leaseId)
    {
        service.Update(new JobRow { Id = jobId, LeaseId = leaseId }.Plain());
        return service.Retrieve(JobRow.Table, jobId, new ColumnSet(true)).ToEntity<JobRow>();
    }

    public JobRow? Find(string key) => First(key, new ColumnSet(true))?.ToEntity<JobRow>();

    /// <summary>For <see cref="Lock"/>: nothing else is read.</summary>
    public Guid? FindId(string key) => First(key, new ColumnSet(false))?.Id;

    private Entity? First(string key, ColumnSet columns)
    {
        var query = new QueryExpression(JobRow.Table) { ColumnSet = columns };
        query.Criteria.AddCondition(JobRow.Columns.Key, ConditionOperator.Equal, key);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    public Guid Create(JobRow row) => service.Create(row.Plain());

    public void Update(JobRow row) => service.Update(row.Plain());

    /// <summary>All slices of a job, each locked before it is read by writing what is known of it anyway.</summary>
    public IReadOnlyList<JobSliceRow> LockSlices(Guid jobId)
    {
        var query = new QueryExpression(JobSliceRow.Table) { ColumnSet = new ColumnSet(JobSliceRow.Columns.Id) };
        query.Criteria.AddCondition(JobSliceRow.Columns.JobId, ConditionOperator.Equal, jobId);
        foreach (Entity row in service.RetrieveMultiple(query).Entities)
        {
            var known = new JobSliceRow { Id = row.Id, JobId = new EntityReference(JobRow.Table, jobId) };
            service.Update(known.Plain());
        }

        query.ColumnSet = new ColumnSet(true);
        query.AddOrder(JobSliceRow.Columns.Number, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<JobSliceRow>()).ToArray();
    }

    public void Delete(IEnumerable<JobSliceRow> slices)
    {
        foreach (JobSliceRow slice in slices) service.Delete(JobSliceRow.Table, slice.Id);
    }

    /// <summary>Under an id that follows from job, run and number: whoever cuts the same run again meets it.</summary>
    public void Cut(JobRow job, string run, SliceRange range)
    {
        string identity = string.Join(" ", "slice", job.Id.ToString("N"), run, range.From);
        service.Create(new JobSliceRow
        {
            Id = SourceKey.SourceNamed(identity),
            Name = job.Name + " " + range.Number,
            JobId = new EntityReference(JobRow.Table, job.Id),
            Number = range.Number,
            CursorFrom = range.From,
            CursorTo = range.To,
            State = (int)SliceState.Waiting,
            Attempts = 1,
            Processed = 0,
        }.Plain());
    }

    /// <summary>A slice with the key and the last complete run of its job; null if it was deleted.</summary>
    public JobSliceRow? FindSlice(Guid sliceId, out JobRow job)
    {
        var query = new QueryExpression(JobSliceRow.Table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(JobSliceRow.Columns.Id, ConditionOperator.Equal, sliceId);
        LinkEntity link = query.AddLink(JobRow.Table, JobSliceRow.Columns.JobId, JobRow.Columns.Id);
        link.EntityAlias = Job;
        link.Columns = new ColumnSet(
            JobRow.Columns.Key, JobRow.Columns.LastRunOn, JobRow.Columns.OrganizationId);
        Entity? row = service.RetrieveMultiple(query).Entities.FirstOrDefault();
        job = new JobRow();
        if (row is null) return null;
        job.Key = row.Linked<string>(Job, JobRow.Columns.Key) ?? "";
        job.OrganizationId = row.Linked<string>(Job, JobRow.Columns.OrganizationId);
        job[JobRow.Columns.LastRunOn] = row.Linked<DateTime?>(Job, JobRow.Columns.LastRunOn);
        return row.ToEntity<JobSliceRow>();
    }

    public void Update(JobSliceRow slice)
    {
        if (slice.Message is { Length: > LongestMessage } text) slice.Message = text.Substring(0, LongestMessage);
        service.Update(slice.Plain());
    }
}
