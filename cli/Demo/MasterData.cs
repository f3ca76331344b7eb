using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Cli.Demo;

/// <summary>Customers, products and the programme as rows, before the first order.</summary>
internal sealed class MasterData
{
    private const int BatchRows = 500;

    /// <summary>Longer ids, such as GUIDs, stand in the name only.</summary>
    private const int AccountNumberLength = 20;

    private static readonly StringComparer Alike = StringComparer.Create(
        CultureInfo.InvariantCulture, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);

    private readonly Dictionary<string, EntityReference> customers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityReference> products = new(StringComparer.Ordinal);

    private MasterData(EntityReference unit, int decimals)
    {
        Unit = unit;
        Decimals = decimals;
    }

    /// <summary>Of the currency.</summary>
    public int Decimals { get; }

    /// <summary>The unit in which everything is sold: one piece.</summary>
    public EntityReference Unit { get; }

    public static MasterData Write(IOrganizationService service, Business business)
    {
        SetDecimals(service, business.Decimals);
        CreateProgramme(service);
        Guid group = service.Create(new Entity("uomschedule") { ["name"] = "Pieces", ["baseuomname"] = "Piece" });
        MasterData data = new(UnitOf(service, group), business.Decimals);
        data.AddProducts(service, business.Products, group);
        data.AddCustomers(service, [.. business.Customers.Where(customer => customer.IsCompany)], Account);
        data.AddCustomers(service, [.. business.Customers.Where(customer => !customer.IsCompany)], Contact);
        return data;
    }

    public EntityReference Customer(string id) => customers[id];

    public EntityReference Product(string id) => products[id];

    /// <summary>
    /// One point for every whole unit of base currency, on net lines, when an order is fulfilled: the defaults.
    /// </summary>
    private static void CreateProgramme(IOrganizationService service) =>
        service.Create(new Entity(Names.Programme)
        {
            [Names.Name] = "Loyalty",
            [Names.AutoEnrol] = true,
            [Names.IsPaused] = false,
        });

    /// <summary>
    /// A currency has two decimals unless its administrator says otherwise, as here for amounts that have more.
    /// </summary>
    private static void SetDecimals(IOrganizationService service, int decimals)
    {
        if (decimals == 2) return;
        QueryExpression query = new("organization") { ColumnSet = new ColumnSet("basecurrencyid") };
        EntityReference currency = service.RetrieveMultiple(query).Entities[0]
            .GetAttributeValue<EntityReference>("basecurrencyid");
        service.Update(new Entity("transactioncurrency", currency.Id) { ["currencyprecision"] = decimals });
    }

    private static EntityReference UnitOf(IOrganizationService service, Guid group)
    {
        QueryExpression query = new("uom");
        query.Criteria.AddCondition("uomscheduleid", ConditionOperator.Equal, group);
        // The platform makes the base unit with its group; an environment without that logic gets it here.
        Entity? unit = service.RetrieveMultiple(query).Entities.FirstOrDefault();
        Guid id = unit?.Id ?? service.Create(new Entity("uom")
        {
            ["name"] = "Piece",
            ["uomscheduleid"] = new EntityReference("uomschedule", group),
            ["quantity"] = 1m,
        });
        return new EntityReference("uom", id);
    }

    private void AddProducts(IOrganizationService service, IReadOnlyList<BusinessProduct> found, Guid group)
    {
        // Dataverse compares text without case and accents: such product numbers are one product.
        IGrouping<string, BusinessProduct>[] distinct =
            [.. found.GroupBy(product => product.Id, Alike)];
        IEnumerable<Entity> rows = distinct.Select(same => new Entity("product")
        {
            ["productnumber"] = same.Key,
            ["name"] = same.First().Name,
            ["defaultuomscheduleid"] = new EntityReference("uomschedule", group),
            ["defaultuomid"] = Unit,
            ["quantitydecimal"] = 5,
        });
        IEnumerable<Guid> ids = Create(service, "product", [.. rows]);
        foreach ((IGrouping<string, BusinessProduct> same, Guid id) in distinct.Zip(ids))
        {
            foreach (BusinessProduct product in same) products.Add(product.Id, new EntityReference("product", id));
        }
    }

    private void AddCustomers(
        IOrganizationService service, IReadOnlyList<BusinessCustomer> found, Func<BusinessCustomer, Entity> row)
    {
        if (found.Count == 0) return;
        Entity[] rows = [.. found.Select(row)];
        string table = rows[0].LogicalName;
        foreach ((BusinessCustomer customer, Guid id) in found.Zip(Create(service, table, rows)))
            customers.Add(customer.Id, new EntityReference(table, id));
    }

    private static Entity Account(BusinessCustomer customer) => new("account")
    {
        ["name"] = customer.Name,
        ["accountnumber"] = customer.Id.Length is 0 or > AccountNumberLength ? null : customer.Id,
        ["address1_city"] = customer.City,
        ["address1_country"] = customer.Country,
        [Names.Excluded] = customer.IsAnonymous,
    };

    private static Entity Contact(BusinessCustomer customer) => new("contact")
    {
        ["firstname"] = customer.FirstName,
        ["lastname"] = customer.LastName,
        ["address1_city"] = customer.City,
        ["address1_country"] = customer.Country,
        [Names.Excluded] = customer.IsAnonymous,
    };

    private static IEnumerable<Guid> Create(IOrganizationService service, string table, IReadOnlyList<Entity> rows) =>
        rows.Chunk(BatchRows).SelectMany(batch =>
        {
            CreateMultipleRequest request = new()
            {
                Targets = new EntityCollection([.. batch]) { EntityName = table },
            };
            return ((CreateMultipleResponse)service.Execute(request)).Ids;
        });
}
