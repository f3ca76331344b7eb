using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Protection;

/// <summary>Everything in our tables that is about one customer.</summary>
internal sealed class CustomerRows
{
    private const int PageRows = 1000;

    private readonly IOrganizationService service;

    public CustomerRows(IOrganizationService service) => this.service = service;

    /// <summary>Of all programmes and in every state, in the order in which they have to be locked.</summary>
    public IReadOnlyList<Guid> MemberIds(EntityReference customer) => MemberFinder.InOrder(
        All(LoyaltyMember.Table, LoyaltyMember.Columns.CustomerId, customer.Id, new ColumnSet(false))
            .Select(row => row.Id));

    /// <summary>Rows of a table whose column names a row, page by page.</summary>
    public IEnumerable<Entity> All(string table, string column, Guid id, ColumnSet columns)
    {
        var query = new QueryExpression(table) { ColumnSet = columns };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, id);
        return Paged(query);
    }

    /// <summary>The words beside the entries of a member.</summary>
    public IEnumerable<Entity> NotesOf(Guid memberId, ColumnSet columns)
    {
        var query = new QueryExpression(EntryNoteRow.Table) { ColumnSet = columns };
        LinkEntity entry = query.AddLink(LoyaltyEntry.Table, EntryNoteRow.Columns.EntryId, LoyaltyEntry.Columns.Id);
        entry.LinkCriteria.AddCondition(LoyaltyEntry.Columns.MemberId, ConditionOperator.Equal, memberId);
        return Paged(query);
    }

    /// <summary>The customer's row; null if it was deleted.</summary>
    public Entity? Find(EntityReference customer, ColumnSet columns) =>
        All(customer.LogicalName, Customer.IdColumn(customer.LogicalName), customer.Id, columns).FirstOrDefault();

    private IEnumerable<Entity> Paged(QueryExpression query)
    {
        query.PageInfo = new PagingInfo { Count = PageRows, PageNumber = 1 };
        query.AddOrder(query.EntityName + "id", OrderType.Ascending);
        EntityCollection page;
        do
        {
            page = service.RetrieveMultiple(query);
            foreach (Entity row in page.Entities) yield return row;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
        while (page.MoreRecords);
    }
}
