using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>
/// Amounts are the <c>_base</c> columns: converted by the platform with the exchange rate on the record.
/// </summary>
[EntityLogicalName(Table)]
internal sealed class SalesOrder : Entity
{
    public const string Table = "salesorder";
    public const int Canceled = 2, Fulfilled = 3, Invoiced = 4;

    public SalesOrder()
        : base(Table)
    {
    }

    public int? State => GetAttributeValue<OptionSetValue>(Columns.State)?.Value;

    public string? OrderNumber => GetAttributeValue<string>(Columns.OrderNumber);

    public EntityReference? CustomerId => GetAttributeValue<EntityReference>(Columns.CustomerId);

    public decimal NetBase => Amount(Columns.NetBase);

    public decimal FreightBase => Amount(Columns.FreightBase);

    public decimal GrossBase => Amount(Columns.GrossBase);

    private decimal Amount(string column) => GetAttributeValue<Money>(column)?.Value ?? 0m;

    public static class Columns
    {
        public const string Id = "salesorderid", State = "statecode", OrderNumber = "ordernumber";
        public const string SubmittedOn = "submitdate", CreatedOn = "createdon";
        public const string CustomerId = "customerid", NetBase = "totalamountlessfreight_base";
        public const string FreightBase = "freightamount_base", GrossBase = "totalamount_base";
        public const string ModifiedOn = "modifiedon";
    }
}
