using System;
using System.Collections.Generic;
using System.Linq;

namespace Dataverse.Local.Sales;

/// <summary>
/// One of the four sales documents. Header and lines name their amounts alike, so that one calculation serves all.
/// Lines can be changed only while the header is in <see cref="EditableState"/>.
/// </summary>
internal sealed record DocumentKind
{
    public static readonly DocumentKind Opportunity = new()
    {
        Table = "opportunity",
        LineTable = "opportunityproduct",
        ParentColumn = "opportunityid",
        ClosedOn = "actualclosedate",
        ClosedOnState = 1,
        Closing = new Dictionary<int, ClosingState>
        {
            [1] = new("Won", "WinOpportunityRequest"),
            [2] = new("Lost", "LoseOpportunityRequest"),
        },
    };

    public static readonly DocumentKind Quote = new()
    {
        Table = "quote",
        LineTable = "quotedetail",
        ParentColumn = "quoteid",
        NumberColumn = "quotenumber",
        ClosedOn = "closedon",
        ClosedOnState = 2,
        Closing = new Dictionary<int, ClosingState>
        {
            [2] = new("Won", "WinQuoteRequest"),
            [3] = new("Closed", "CloseQuoteRequest"),
        },
    };

    public static readonly DocumentKind Order = new()
    {
        Table = "salesorder",
        LineTable = "salesorderdetail",
        ParentColumn = "salesorderid",
        NumberColumn = "ordernumber",
        ClosedOn = "datefulfilled",
        ClosedOnState = 3,
        Closing = new Dictionary<int, ClosingState>
        {
            [2] = new("Canceled", "CancelSalesOrderRequest"),
            [3] = new("Fulfilled", "FulfillSalesOrderRequest"),
            [4] = new("Invoiced", "ConvertSalesOrderToInvoiceRequest"),
        },
    };

    public static readonly DocumentKind Invoice = new()
    {
        Table = "invoice",
        LineTable = "invoicedetail",
        ParentColumn = "invoiceid",
        NumberColumn = "invoicenumber",
        Closing = new Dictionary<int, ClosingState>(),
    };

    /// <summary>All four, in the order in which a sale goes through them.</summary>
    public static readonly IReadOnlyList<DocumentKind> All = [Opportunity, Quote, Order, Invoice];

    public required string Table { get; init; }

    public required string LineTable { get; init; }

    /// <summary>Lookup of the line; also the header's primary id.</summary>
    public required string ParentColumn { get; init; }

    /// <summary>Autonumber column; an opportunity has none.</summary>
    public string? NumberColumn { get; init; }

    /// <summary>Date of closing, which the closing message sets when it reaches <see cref="ClosedOnState"/>.</summary>
    public string? ClosedOn { get; init; }

    public int ClosedOnState { get; init; }

    /// <summary>Statecode in which lines and amounts may change: open, draft or active, 0 in all of them.</summary>
    public int EditableState { get; init; }

    /// <summary>States that only a message of their own may set.</summary>
    public required IReadOnlyDictionary<int, ClosingState> Closing { get; init; }

    public static DocumentKind Of(string table) => All.First(kind => kind.Table == table);
}
