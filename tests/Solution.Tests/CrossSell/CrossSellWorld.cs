using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CrmExtensions.Solution.Tests.Loyalty;
using Dataverse.Local;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.CrossSell;

/// <summary>An environment with the solution, a price list and products that are sold by the piece.</summary>
internal sealed class CrossSellWorld : IDisposable
{
    private readonly LoyaltyWorld world;
    private readonly Dictionary<string, EntityReference> products = [];
    private readonly Guid group;

    public CrossSellWorld(LocalDataverseOptions? options = null)
    {
        world = new LoyaltyWorld(options);
        group = Admin.Create(new Entity("uomschedule") { ["name"] = "Pieces", ["baseuomname"] = "Piece" });
        QueryExpression units = new("uom");
        units.Criteria.AddCondition("uomscheduleid", ConditionOperator.Equal, group);
        Guid? unit = Admin.RetrieveMultiple(units).Entities.FirstOrDefault()?.Id;
        Unit = new EntityReference("uom", unit ?? Admin.Create(new Entity("uom")
        {
            ["name"] = "Piece", ["uomscheduleid"] = new EntityReference("uomschedule", group), ["quantity"] = 1m,
        }));
        PriceList = new EntityReference("pricelevel", Admin.Create(new Entity("pricelevel")
        {
            ["name"] = "Standard", ["transactioncurrencyid"] = BaseCurrency(),
        }));
    }

    public LocalDataverse Dataverse => world.Dataverse;

    public IOrganizationService Admin => world.Admin;

    public LoyaltyWorld Loyalty => world;

    public EntityReference Unit { get; }

    public EntityReference PriceList { get; }

    public static KeyValuePair<string, object> With(string column, object value) => new(column, value);

    public void Dispose() => world.Dispose();

    /// <summary>Active and on the price list, unless columns say otherwise; the same one for the same name.</summary>
    public EntityReference Product(string name, params KeyValuePair<string, object>[] columns)
    {
        if (products.TryGetValue(name, out EntityReference? known)) return known;
        var row = new Entity("product")
        {
            ["name"] = name,
            ["productnumber"] = name,
            ["defaultuomscheduleid"] = new EntityReference("uomschedule", group),
            ["defaultuomid"] = Unit,
            ["quantitydecimal"] = 2,
            ["statecode"] = new OptionSetValue(0),
            ["statuscode"] = new OptionSetValue(1),
        };
        foreach (KeyValuePair<string, object> column in columns) row[column.Key] = column.Value;
        var product = new EntityReference("product", Admin.Create(row));
        products.Add(name, product);
        Admin.Create(new Entity("productpricelevel")
        {
            ["pricelevelid"] = PriceList, ["productid"] = product, ["uomid"] = Unit, ["amount"] = new Money(10m),
        });
        return product;
    }

    public EntityReference Customer(string table) => world.ProduceCustomer(table);

    /// <summary>A fulfilled order of one piece each; the clock stands at its day.</summary>
    public EntityReference Bought(EntityReference customer, params string[] names)
    {
        EntityReference order = Open("salesorder", customer, names);
        world.Fulfil(order);
        return order;
    }

    /// <summary>An open opportunity, quote or order with the price list and one piece each.</summary>
    public EntityReference Open(string table, EntityReference customer, params string[] names)
    {
        var document = new EntityReference(table, Admin.Create(new Entity(table)
        {
            ["name"] = "Document", ["customerid"] = customer, ["pricelevelid"] = PriceList,
        }));
        foreach (string name in names) AddLine(document, name, 1m);
        return document;
    }

    public void AddLine(EntityReference document, string product, decimal quantity) =>
        Admin.Create(new Entity(LinesOf(document.LogicalName))
        {
            [document.LogicalName + "id"] = document,
            ["productid"] = Product(product),
            ["uomid"] = Unit,
            ["quantity"] = quantity,
            ["ispriceoverridden"] = true,
            ["priceperunit"] = new Money(10m),
        });

    public static string LinesOf(string document) => document switch
    {
        "opportunity" => "opportunityproduct",
        "quote" => "quotedetail",
        _ => "salesorderdetail",
    };

    public void PassDays(int days) => world.Clock.Advance(TimeSpan.FromDays(days));

    /// <summary>Asynchronous steps, then counts and ranks until nothing waits.</summary>
    public void Train()
    {
        Dataverse.RunAsyncJobs();
        while ((bool)Execute("crmx_CountBaskets")["IsMore"]) { }
        while ((bool)Execute("crmx_RankPairs")["IsMore"]) { }
    }

    public ParameterCollection Execute(string api, params KeyValuePair<string, object>[] parameters) =>
        Execute(Admin, api, parameters);

    public static ParameterCollection Execute(
        IOrganizationService user, string api, params KeyValuePair<string, object>[] parameters)
    {
        var request = new OrganizationRequest(api);
        foreach (KeyValuePair<string, object> parameter in parameters) request[parameter.Key] = parameter.Value;
        return user.Execute(request).Results;
    }

    public Answer Recommend(EntityReference target, int top = 10, IOrganizationService? user = null)
    {
        string role = target.LogicalName is "account" or "contact" ? "Customer" : "Document";
        return new Answer(Execute(
            user ?? Admin,
            "crmx_Recommend",
            new(role + "Table", target.LogicalName),
            new(role + "Id", target.Id),
            new("Top", top)));
    }

    public void Settings(params KeyValuePair<string, object>[] columns)
    {
        Entity? known = All("crmx_crosssellsettings").FirstOrDefault();
        var row = new Entity("crmx_crosssellsettings") { ["crmx_key"] = "default", ["crmx_name"] = "Cross-sell" };
        foreach (KeyValuePair<string, object> column in columns) row["crmx_" + column.Key] = column.Value;
        if (known is null)
        {
            Admin.Create(row);
            return;
        }

        row.Id = known.Id;
        Admin.Update(row);
    }

    public IReadOnlyList<Entity> All(string table) =>
        Admin.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities;

    /// <summary>How often two products stand together in the counts; null where they never met.</summary>
    public int? Together(string one, string other, int window = 0)
    {
        Entity? row = All("crmx_productbasket").FirstOrDefault(row =>
            (string)row["crmx_key"] == products[one].Id.ToString("N") + "-" + window);
        if (row is null) return null;
        using JsonDocument partners = JsonDocument.Parse((string)row["crmx_partners"]);
        return partners.RootElement.TryGetProperty(products[other].Id.ToString("N"), out JsonElement pair)
            ? pair[0].GetInt32()
            : null;
    }

    private EntityReference BaseCurrency() => Admin.RetrieveMultiple(
        new QueryExpression("organization") { ColumnSet = new ColumnSet("basecurrencyid") })
        .Entities[0].GetAttributeValue<EntityReference>("basecurrencyid");
}
