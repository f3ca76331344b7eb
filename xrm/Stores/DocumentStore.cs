using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>Quotes, orders and invoices as what points may pay for.</summary>
internal sealed class DocumentStore
{
    /// <summary>State and status of a quote that was closed in order to be revised.</summary>
    private const int Closed = 3, Revised = 7;

    private readonly IOrganizationService service;

    public DocumentStore(IOrganizationService service) => this.service = service;

    /// <summary>Null if there is no such row.</summary>
    public Entity? Find(string table, Guid id) =>
        All(table, SalesDocument.IdColumn(table), id).FirstOrDefault();

    /// <summary>All with this value, in no order.</summary>
    public Entity[] All(string table, string column, params object[] values)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(ColumnsOf(table)) };
        query.Criteria.AddCondition(column, ConditionOperator.In, values);
        return service.RetrieveMultiple(query).Entities.ToArray();
    }

    /// <summary>The orders of these quotes, or the invoices of these orders; all of one table.</summary>
    public Entity[] MadeOf(IEnumerable<Entity> documents)
    {
        Entity[] all = documents.ToArray();
        if (all.Length == 0) return all;
        string from = all[0].LogicalName;
        string to = from == SalesDocument.QuoteTable ? SalesDocument.OrderTable : SalesDocument.InvoiceTable;
        return All(to, SalesDocument.IdColumn(from), all.Select(row => (object)row.Id).ToArray());
    }

    public static DocumentState StateOf(Entity document)
    {
        int state = document.GetAttributeValue<OptionSetValue>(SalesDocument.Columns.State)?.Value ?? 0;
        return document.LogicalName switch
        {
            SalesDocument.QuoteTable => state switch
            {
                0 => DocumentState.Open,
                Closed => IsRevised(document) ? DocumentState.Waiting : DocumentState.Cancelled,
                _ => DocumentState.Waiting,
            },
            SalesDocument.OrderTable => state switch
            {
                SalesOrder.Fulfilled or SalesOrder.Invoiced => DocumentState.Done,
                2 => DocumentState.Cancelled,
                _ => state == SalesDocument.Editable ? DocumentState.Open : DocumentState.Waiting,
            },
            _ => state switch
            {
                2 => DocumentState.Done,
                3 => DocumentState.Cancelled,
                _ => state == SalesDocument.Editable ? DocumentState.Open : DocumentState.Waiting,
            },
        };
    }

    /// <summary>A quote that was closed for a revision, whether that was made by now or not.</summary>
    public static bool IsRevised(Entity document) => document.LogicalName == SalesDocument.QuoteTable
        && document.GetAttributeValue<OptionSetValue>(SalesDocument.Columns.State)?.Value == Closed
        && document.GetAttributeValue<OptionSetValue>(SalesDocument.Columns.Status)?.Value == Revised;

    /// <summary>0 for the first one, and for what is no quote.</summary>
    public static int RevisionOf(Entity document) =>
        document.GetAttributeValue<int?>(SalesDocument.OfQuote.Revision) ?? 0;

    public static string NumberOf(Entity document) =>
        document.GetAttributeValue<string>(SalesDocument.NumberColumn(document.LogicalName)) ?? "";

    /// <summary>The document that this one was made of.</summary>
    public static Guid? OriginOf(Entity document)
    {
        string origin = SalesDocument.OriginTable(document.LogicalName);
        return origin.Length == 0
            ? null
            : document.GetAttributeValue<EntityReference>(SalesDocument.IdColumn(origin))?.Id;
    }

    public PayableDocument PayableOf(Entity document, EntityReference? programmeCurrency) => new()
    {
        Payable = AmountOf(document, SalesDocument.Columns.Total),
        Discount = AmountOf(document, SalesDocument.Columns.Discount),
        Rate = document.GetAttributeValue<decimal?>(SalesDocument.Columns.Rate) is { } rate and > 0 ? rate : 1m,
        ProgrammeRate = programmeCurrency is null
            ? 1m
            : CurrencyOf(programmeCurrency).GetAttributeValue<decimal?>(TransactionCurrency.Columns.Rate) ?? 1m,
        Decimals = document.GetAttributeValue<EntityReference>(SalesDocument.Columns.Currency) is { } currency
            ? CurrencyOf(currency).GetAttributeValue<int?>(TransactionCurrency.Columns.Precision) ?? 2
            : 2,
    };

    /// <summary>Totals and taxes follow by the platform's own calculation.</summary>
    public void SetDiscount(Entity document, decimal discount) => Versioned.Update(
        service,
        document,
        new Entity(document.LogicalName, document.Id) { [SalesDocument.Columns.Discount] = new Money(discount) });

    private static string[] ColumnsOf(string table)
    {
        var columns = new List<string>
        {
            SalesDocument.Columns.State, SalesDocument.Columns.Status, SalesDocument.Columns.Customer,
            SalesDocument.Columns.Currency, SalesDocument.Columns.Total, SalesDocument.Columns.Discount,
            SalesDocument.Columns.Rate, SalesDocument.Columns.CreatedOn, SalesDocument.NumberColumn(table),
        };
        string origin = SalesDocument.OriginTable(table);
        if (origin.Length > 0) columns.Add(SalesDocument.IdColumn(origin));
        if (table == SalesDocument.QuoteTable) columns.Add(SalesDocument.OfQuote.Revision);
        return columns.ToArray();
    }

    private Entity CurrencyOf(EntityReference currency) => service.Retrieve(
        TransactionCurrency.Table,
        currency.Id,
        new ColumnSet(TransactionCurrency.Columns.Rate, TransactionCurrency.Columns.Precision));

    private static decimal AmountOf(Entity document, string column) =>
        document.GetAttributeValue<Money>(column)?.Value ?? 0m;
}
