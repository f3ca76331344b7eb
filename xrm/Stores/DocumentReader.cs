using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// Headers of sales documents. A step takes it from its image where there is one: that costs no request.
/// </summary>
internal sealed class DocumentReader
{
    private readonly IOrganizationService service;

    public DocumentReader(IOrganizationService service) => this.service = service;

    public static PurchaseDocument Of(Entity row) => new()
    {
        Table = row.LogicalName,
        Id = row.Id,
        Number = EarningDocument.NumberColumn(row.LogicalName) is { } number ? row.Text(number) ?? "" : "",
        Customer = row.Link(EarningDocument.Columns.CustomerId),
        State = row.GetAttributeValue<OptionSetValue>(EarningDocument.Columns.State)?.Value,
        Status = row.GetAttributeValue<OptionSetValue>(EarningDocument.Columns.Status)?.Value,
        Net = Money(row, EarningDocument.Columns.NetBase) ?? 0m,
        Freight = Money(row, EarningDocument.Columns.FreightBase) ?? 0m,
        Gross = Money(row, EarningDocument.Columns.GrossBase) ?? 0m,
        ExchangeRate = row.Amount(EarningDocument.Columns.ExchangeRate) ?? 1m,
        CreatedOn = row.Moment(EarningDocument.Columns.CreatedOn),
        BillToAddressId = row.GetAttributeValue<Guid?>(EarningDocument.More.BillToAddressId),
        OrderId = row.LogicalName == Invoice.Table ? row.Link(Invoice.Columns.OrderId)?.Id : null,
        Paid = row.LogicalName == Invoice.Table ? row.Amount(Invoice.Columns.PaidAmount) : null,
    };

    /// <summary>Null if there is no such row: asking must not fault, because a fault dooms the transaction.</summary>
    public PurchaseDocument? Find(EntityReference document)
    {
        var query = new QueryExpression(document.LogicalName)
        {
            ColumnSet = new ColumnSet(ColumnsOf(document.LogicalName).ToArray()),
        };
        query.Criteria.AddCondition(
            EarningDocument.IdColumn(document.LogicalName), ConditionOperator.Equal, document.Id);
        return service.RetrieveMultiple(query).Entities.Select(Of).FirstOrDefault();
    }

    private static IEnumerable<string> ColumnsOf(string table)
    {
        yield return EarningDocument.Columns.State;
        yield return EarningDocument.Columns.Status;
        yield return EarningDocument.Columns.CustomerId;
        yield return EarningDocument.Columns.NetBase;
        yield return EarningDocument.Columns.FreightBase;
        yield return EarningDocument.Columns.GrossBase;
        yield return EarningDocument.Columns.ExchangeRate;
        yield return EarningDocument.Columns.CreatedOn;
        if (EarningDocument.NumberColumn(table) is { } number) yield return number;
        if (table != EarningDocument.OpportunityTable) yield return EarningDocument.More.BillToAddressId;
        if (table != Invoice.Table) yield break;
        yield return Invoice.Columns.OrderId;
        yield return Invoice.Columns.PaidAmount;
    }

    private static decimal? Money(Entity row, string column) => row.GetAttributeValue<Money>(column)?.Value;
}
