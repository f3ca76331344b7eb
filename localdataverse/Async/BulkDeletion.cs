using System;
using System.Collections.Generic;
using System.ServiceModel;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Async;

/// <summary>
/// One run: finds every row first, so that rows which steps create meanwhile are left alone, then deletes them one by
/// one, each in its own transaction with its steps, in the name of the job's owner.
/// </summary>
internal sealed class BulkDeletion
{
    private const int PageSize = 5000;

    private readonly Engine _engine;
    private readonly JobRow _row;
    private readonly BulkDeletePlan _plan;

    public BulkDeletion(Engine engine, JobRow row, BulkDeletePlan plan)
    {
        _engine = engine;
        _row = row;
        _plan = plan;
        Service = new PipelineClient(engine, row.CallerOf(engine));
    }

    /// <summary>The pipeline, for the owner of the job.</summary>
    public IOrganizationService Service { get; }

    public int Deleted { get; private set; }

    public int Failed { get; private set; }

    /// <summary>Somebody has cancelled, paused or deleted the job meanwhile.</summary>
    public bool WasStopped { get; private set; }

    public void Execute()
    {
        List<List<Guid>> found = [];
        foreach (QueryExpression query in _plan.Queries)
        {
            found.Add(Find(query));
        }

        for (int index = 0; index < found.Count; index++)
        {
            foreach (Guid id in found[index])
            {
                WasStopped = JobRows.Find(_engine, _row.Id) is not { State: JobRow.Locked };
                if (WasStopped)
                {
                    return;
                }

                Delete(new EntityReference(_plan.Queries[index].EntityName, id), index);
            }
        }
    }

    private List<Guid> Find(QueryExpression query)
    {
        query.ColumnSet = new ColumnSet(false);
        query.Distinct = false;
        query.PageInfo = query.TopCount is null ? new PagingInfo { Count = PageSize, PageNumber = 1 } : null;
        List<Guid> ids = [];
        HashSet<Guid> seen = [];
        EntityCollection page;
        do
        {
            page = Service.RetrieveMultiple(query);
            foreach (Entity row in page.Entities)
            {
                if (seen.Add(row.Id))
                {
                    ids.Add(row.Id);
                }
            }

            if (query.PageInfo is not null)
            {
                query.PageInfo.PageNumber++;
                query.PageInfo.PagingCookie = page.PagingCookie;
            }
        }
        while (page.MoreRecords && query.PageInfo is not null);
        return ids;
    }

    /// <summary>A row that an earlier deletion took along is neither deleted nor failed.</summary>
    private void Delete(EntityReference row, int queryIndex)
    {
        try
        {
            Service.Delete(row.LogicalName, row.Id);
            Deleted++;
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            if (Exists(row))
            {
                Failed++;
                Note(new BulkDeleteFailure { Row = row, QueryIndex = queryIndex, Fault = fault.Detail });
            }
        }
    }

    private bool Exists(EntityReference row) =>
        JobStore.Read(_engine, session => session.Exists(_engine.Tables.Get(row.LogicalName), row.Id));

    private void Note(BulkDeleteFailure failure) =>
        JobStore.Write(_engine, session => BulkDeleteRows.InsertFailure(_engine, session, _row, failure));
}
