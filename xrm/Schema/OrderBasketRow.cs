using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>
/// One row an order; <see cref="Columns.Key"/> is the order's id with 32 digits. A customer's deletion leaves the
/// counts alone.
/// </summary>
[EntityLogicalName(Table)]
internal sealed class OrderBasketRow : Entity
{
    public const string Table = "crmx_orderbasket";

    public OrderBasketRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public string? Key { get => this.Text(Columns.Key); set => this[Columns.Key] = value; }
    public string? OrderId { get => this.Text(Columns.OrderId); set => this[Columns.OrderId] = value; }
    public EntityReference? CustomerId
    {
        get => this.Link(Columns.CustomerId);
        set => this[Columns.CustomerId] = value;
    }
    public DateTime? OrderedOn { get => this.Moment(Columns.OrderedOn); set => this[Columns.OrderedOn] = value; }
    public string? Lines { get => this.Text(Columns.Lines); set => this[Columns.Lines] = value; }
    public string? Products { get => this.Text(Columns.Products); set => this[Columns.Products] = value; }
    public string? WindowProducts
    {
        get => this.Text(Columns.WindowProducts);
        set => this[Columns.WindowProducts] = value;
    }
    public string? Categories { get => this.Text(Columns.Categories); set => this[Columns.Categories] = value; }
    public string? Counted { get => this.Text(Columns.Counted); set => this[Columns.Counted] = value; }
    public bool? IsPending { get => this.Flag(Columns.IsPending); set => this[Columns.IsPending] = value; }

    public static class Columns
    {
        public const string Id = "crmx_orderbasketid", Name = "crmx_name", Key = "crmx_key";
        public const string OrderId = "crmx_orderid", CustomerId = "crmx_customerid", OrderedOn = "crmx_orderedon";
        public const string Lines = "crmx_lines", Products = "crmx_products";
        public const string WindowProducts = "crmx_windowproducts", Categories = "crmx_categories";
        public const string Counted = "crmx_counted", IsPending = "crmx_ispending";
    }
}
