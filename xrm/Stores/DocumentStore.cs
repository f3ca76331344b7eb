using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>Quotes, orders and invoices as what points may pay for.</summary>
internal sealed class DocumentStore
{
    private readonly IOrganizationService service;

    public DocumentStore(IOrganizationService service) => this.service = service;

    /// <summary>Null if there is no such row.</summary>
    public Entity? Find(string table, Guid id) => First(table, SalesDocument.IdColumn(table), id);

    /// <summary>The order that was made of a quote; null before there is one.</summary>
    public Entity? OrderOf(Guid quoteId) =>
        First(SalesDocument.OrderTable, SalesDocument.IdColumn(SalesDocument.QuoteTable), quoteId);

    public static DocumentState StateOf(Entity document)
    {
        int state = document.GetAttributeValue<OptionSetValue>(SalesDocument.Columns.State)?.Value ?? 0;
        return document.LogicalName switch
        {
            SalesDocument.QuoteTable => state switch
            {
                0 => DocumentState.Open,
                3 => DocumentState.Cancelled,
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

    /// <summary>Ids of both: the points of a quote may not have followed to its order yet.</summary>
    public static Guid[] WithOrigin(Entity document) =>
        OriginOf(document) is { } origin ? new[] { document.Id, origin } : new[] { document.Id };

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

    private Entity? First(string table, string column, Guid id)
    {
        var query = new QueryExpression(table)
        {
            ColumnSet = new ColumnSet(
                SalesDocument.Columns.State, SalesDocument.Columns.Customer, SalesDocument.Columns.Currency,
                SalesDocument.Columns.Total, SalesDocument.Columns.Discount, SalesDocument.Columns.Rate,
                SalesDocument.NumberColumn(table)),
        };
        string origin = SalesDocument.OriginTable(table);
        if (origin.Length > 0) query.ColumnSet.AddColumn(SalesDocument.IdColumn(origin));
        query.Criteria.AddCondition(column, ConditionOperator.Equal, id);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    private Entity CurrencyOf(EntityReference currency) => service.Retrieve(
        TransactionCurrency.Table,
        currency.Id,
        new ColumnSet(TransactionCurrency.Columns.Rate, TransactionCurrency.Columns.Precision));

    private static decimal AmountOf(Entity document, string column) =>
        document.GetAttributeValue<Money>(column)?.Value ?? 0m;
}
