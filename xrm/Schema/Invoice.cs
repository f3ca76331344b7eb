using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>An invoice, beyond what it shares with the other sales documents.</summary>
[EntityLogicalName(Table)]
internal sealed class Invoice : Entity
{
    public const string Table = EarningDocument.InvoiceTable;

    /// <summary>State: paid. Statuses of it: all of it, or a part.</summary>
    public const int Paid = 2, Complete = 100001, Partial = 100002;

    public Invoice()
        : base(Table)
    {
    }

    public static class Columns
    {
        public const string Id = "invoiceid", InvoiceNumber = "invoicenumber", OrderId = "salesorderid";
        public const string DueDate = "duedate";

        /// <summary>Sum of all payments in base currency; the platform has no such column.</summary>
        public const string PaidAmount = "crmx_paidamount";
    }
}
