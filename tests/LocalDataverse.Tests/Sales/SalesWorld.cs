using System;
using System.Linq;
using Dataverse.Local.Sales;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Sales;

/// <summary>
/// An environment with a customer, a price list and one product; makes documents the way a client does.
/// </summary>
internal sealed class SalesWorld : IDisposable
{
    public SalesWorld(SalesOptions? options = null)
    {
        Local = LocalDataverse.Open(new LocalDataverseOptions { Sales = options ?? new SalesOptions() });
        Service = Local.Connect();
        Account = Create("account", ("name", "Nordwind GmbH"));
        Guid schedule = Create("uomschedule", ("name", "Stück"));
        Unit = Create("uom", ("name", "piece"), ("uomscheduleid", Ref("uomschedule", schedule)), ("quantity", 1m));
        PriceLevel = Create("pricelevel",
            ("name", "Retail"), ("transactioncurrencyid", Ref("transactioncurrency", Currency)));
        Product = Create("product", ("name", "Chair"), ("productnumber", "P-1"),
            ("defaultuomid", Ref("uom", Unit)), ("defaultuomscheduleid", Ref("uomschedule", schedule)),
            ("price", new Money(80m)), ("currentcost", new Money(40m)));
    }

    public LocalDataverse Local { get; }

    public IOrganizationService Service { get; }

    public Guid Account { get; }

    public Guid Unit { get; }

    public Guid PriceLevel { get; }

    public Guid Product { get; }

    public Guid Currency => Service.RetrieveMultiple(new QueryExpression("transactioncurrency")).Entities.First().Id;

    public static EntityReference Ref(string table, Guid id) => new(table, id);

    public Guid Create(string table, params (string Column, object Value)[] values) =>
        Service.Create(Row(table, values));

    public static Entity Row(string table, params (string Column, object Value)[] values)
    {
        Entity row = new(table);
        foreach ((string column, object value) in values)
        {
            row[column] = value;
        }

        return row;
    }

    public void Update(string table, Guid id, params (string Column, object Value)[] values)
    {
        Entity row = Row(table, values);
        row.Id = id;
        Service.Update(row);
    }

    public Entity Read(string table, Guid id) => Service.Retrieve(table, id, new ColumnSet(true));

    public decimal Amount(string table, Guid id, string column) =>
        Read(table, id).GetAttributeValue<Money>(column)?.Value
            ?? throw new InvalidOperationException($"{column} is empty");

    /// <summary>Adds a price list item: the product costs so much.</summary>
    public Guid ListPrice(decimal amount) => Create("productpricelevel",
        ("pricelevelid", Ref("pricelevel", PriceLevel)), ("productid", Ref("product", Product)),
        ("uomid", Ref("uom", Unit)), ("amount", new Money(amount)));

    public Guid Order(params (string Column, object Value)[] values) => Document("salesorder", values);

    public Guid Document(string table, params (string Column, object Value)[] values)
    {
        Entity row = Row(table, values);
        row["name"] = "Document";
        row["customerid"] = Ref("account", Account);
        row["pricelevelid"] = Ref("pricelevel", PriceLevel);
        return Service.Create(row);
    }

    /// <summary>A write-in line: nothing is looked up.</summary>
    public static Entity Line(Guid order, decimal quantity, decimal price, decimal discount = 0m, decimal tax = 0m) =>
        Line("salesorder", order, quantity, price, discount, tax);

    public static Entity Line(
        string document, Guid id, decimal quantity, decimal price, decimal discount = 0m, decimal tax = 0m) =>
        Row(document + "detail",
            (document + "id", Ref(document, id)), ("isproductoverridden", true),
            ("productdescription", "Freight pallet"),
            ("quantity", quantity), ("priceperunit", new Money(price)),
            ("manualdiscountamount", new Money(discount)), ("tax", new Money(tax)));

    /// <summary>A line of the product with its list price, unless more is said.</summary>
    public Entity ProductLine(Guid order, decimal quantity) =>
        Row("salesorderdetail",
            ("salesorderid", Ref("salesorder", order)), ("productid", Ref("product", Product)),
            ("uomid", Ref("uom", Unit)), ("quantity", quantity));

    public void Fulfill(Guid order, int status = -1) => Service.Execute(new FulfillSalesOrderRequest
    {
        OrderClose = Row("orderclose", ("salesorderid", Ref("salesorder", order))),
        Status = new OptionSetValue(status),
    });

    public void CreateAll(params Entity[] rows) => Service.Execute(new CreateMultipleRequest
    {
        Targets = new EntityCollection(rows.ToList()) { EntityName = rows[0].LogicalName },
    });

    public void Dispose() => Local.Dispose();
}
