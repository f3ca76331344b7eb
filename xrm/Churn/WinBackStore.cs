using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>Attempts to win customers back, as rows.</summary>
internal sealed class WinBackStore
{
    /// <summary>Numbers of the choice crmx_winbackstate.</summary>
    public const int Open = 0, Won = 1, NotWon = 2;

    /// <summary>Numbers of the choice crmx_winbackgroup.</summary>
    public const int Treated = 0, Untreated = 1;

    private const int PageRows = 5000;
    private const string TaskTable = "task";

    private readonly IOrganizationService service;

    public WinBackStore(IOrganizationService service) => this.service = service;

    public WinBackRow? Find(Guid id) => First(WinBackRow.Columns.Id, id);

    public WinBackRow? FindRequest(string requestKey) => First(WinBackRow.Columns.RequestKey, requestKey);

    public bool HasOpen(Guid customerId)
    {
        var query = new QueryExpression(WinBackRow.Table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(WinBackRow.Columns.CustomerId, ConditionOperator.Equal, customerId);
        query.Criteria.AddCondition(WinBackRow.Columns.State, ConditionOperator.Equal, Choice.First + Open);
        return service.RetrieveMultiple(query).Entities.Count > 0;
    }

    public Guid Create(WinBackRow row) => service.Create(row.Plain());

    public void Update(WinBackRow row) => service.Update(row.Plain());

    /// <summary>Everything about a customer that was won back or not, and the tasks, which tell the reasons of the
    /// risk.</summary>
    public void DeleteAll(Guid customerId)
    {
        var query = new QueryExpression(WinBackRow.Table) { ColumnSet = new ColumnSet(WinBackRow.Columns.ActivityId) };
        query.Criteria.AddCondition(WinBackRow.Columns.CustomerId, ConditionOperator.Equal, customerId);
        Entity[] rows = service.RetrieveMultiple(query).Entities.ToArray();
        DeleteTasks(rows);
        foreach (Entity row in rows) service.Delete(WinBackRow.Table, row.Id);
    }

    /// <summary>As far as nobody has deleted them.</summary>
    private void DeleteTasks(IEnumerable<Entity> winBacks)
    {
        object[] ids = winBacks.Select(row => row.Text(WinBackRow.Columns.ActivityId))
            .Select(text => Guid.TryParse(text, out Guid id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)
            .Select(id => (object)id)
            .ToArray();
        if (ids.Length == 0) return;
        var query = new QueryExpression(TaskTable) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition("activityid", ConditionOperator.In, ids);
        foreach (Entity task in service.RetrieveMultiple(query).Entities.ToArray())
            service.Delete(TaskTable, task.Id);
    }

    /// <summary>Those of a campaign whose result is known, page by page.</summary>
    public IEnumerable<WinBackRow> Closed(string campaign)
    {
        var query = new QueryExpression(WinBackRow.Table)
        {
            ColumnSet = new ColumnSet(
                WinBackRow.Columns.Group, WinBackRow.Columns.State, WinBackRow.Columns.Revenue),
            PageInfo = new PagingInfo { Count = PageRows, PageNumber = 1 },
        };
        query.Criteria.AddCondition(WinBackRow.Columns.State, ConditionOperator.NotEqual, Choice.First + Open);
        if (campaign.Length > 0)
            query.Criteria.AddCondition(WinBackRow.Columns.Campaign, ConditionOperator.Equal, campaign);
        query.AddOrder(WinBackRow.Columns.RequestKey, OrderType.Ascending);
        EntityCollection page;
        do
        {
            page = service.RetrieveMultiple(query);
            foreach (Entity row in page.Entities) yield return row.ToEntity<WinBackRow>();
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
        while (page.MoreRecords);
    }

    private WinBackRow? First(string column, object value)
    {
        var query = new QueryExpression(WinBackRow.Table) { ColumnSet = new ColumnSet(true), TopCount = 1 };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<WinBackRow>();
    }
}
