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

    /// <summary>
    /// Every attempt to win a customer back, the tasks, which tell the reasons of the risk, and the places on marketing
    /// lists that the attempts took. Each row is written before it is read.
    /// </summary>
    public void DeleteAll(EntityReference customer)
    {
        var query = new QueryExpression(WinBackRow.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(WinBackRow.Columns.CustomerId, ConditionOperator.Equal, customer.Id);
        foreach (Entity row in service.RetrieveMultiple(query).Entities)
            Update(new WinBackRow { Id = row.Id, CustomerId = customer });
        query.ColumnSet = new ColumnSet(WinBackRow.Columns.ActivityId, WinBackRow.Columns.ListId);
        Entity[] rows = service.RetrieveMultiple(query).Entities.ToArray();
        DeleteTasks(rows);
        var lists = new MarketingLists(service);
        foreach (Guid list in IdsIn(rows, WinBackRow.Columns.ListId)) lists.Remove(list, customer.Id);
        foreach (Entity row in rows) service.Delete(WinBackRow.Table, row.Id);
    }

    /// <summary>As far as nobody has deleted them.</summary>
    private void DeleteTasks(IEnumerable<Entity> winBacks)
    {
        object[] ids = IdsIn(winBacks, WinBackRow.Columns.ActivityId).Select(id => (object)id).ToArray();
        if (ids.Length == 0) return;
        var query = new QueryExpression(TaskTable) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition("activityid", ConditionOperator.In, ids);
        foreach (Entity task in service.RetrieveMultiple(query).Entities.ToArray())
            service.Delete(TaskTable, task.Id);
    }

    private static IEnumerable<Guid> IdsIn(IEnumerable<Entity> rows, string column) => rows
        .Select(row => Guid.TryParse(row.Text(column), out Guid id) ? id : Guid.Empty)
        .Where(id => id != Guid.Empty)
        .Distinct();

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
