using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Stores;

/// <summary>The header of a sales document, whichever table it stands in; amounts in base currency.</summary>
internal sealed class PurchaseDocument
{
    public string Table { get; init; } = "";
    public Guid Id { get; init; }

    /// <summary>Empty for an opportunity.</summary>
    public string Number { get; init; } = "";

    public EntityReference? Customer { get; init; }
    public int? State { get; init; }
    public int? Status { get; init; }
    public decimal Net { get; init; }
    public decimal Freight { get; init; }
    public decimal Gross { get; init; }

    /// <summary>As stored on the document; 1 in base currency.</summary>
    public decimal ExchangeRate { get; init; } = 1m;

    /// <summary>UTC; what was imported says when it was created elsewhere. Null is now.</summary>
    public DateTime? CreatedOn { get; init; }

    /// <summary>Null where nobody chose an address to bill to, and for an opportunity.</summary>
    public Guid? BillToAddressId { get; init; }

    /// <summary>The order that an invoice was made from.</summary>
    public Guid? OrderId { get; init; }

    /// <summary>Sum of the payments of an invoice; null where nobody said.</summary>
    public decimal? Paid { get; init; }

    public bool IsOrder => Table == EarningDocument.OrderTable;

    public CustomerKind Buyer =>
        Customer?.LogicalName == Schema.Customer.ContactTable ? CustomerKind.Contact : CustomerKind.Account;

    public EntityReference Reference => new(Table, Id);
}
