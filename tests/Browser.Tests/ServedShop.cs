using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Browser.Tests;

/// <summary>A price list with products that are sold by the piece at 10.00, and which of them go together.</summary>
internal sealed class ServedShop
{
    private const int CrossSell = 1;

    private readonly ServedSolution _solution;
    private readonly Dictionary<string, EntityReference> _products = [];
    private readonly Guid _group;

    public ServedShop(ServedSolution solution)
    {
        _solution = solution;
        _group = Admin.Create(new Entity("uomschedule") { ["name"] = "Pieces", ["baseuomname"] = "Piece" });
        Unit = new EntityReference("uom", Admin.Create(new Entity("uom")
        {
            ["name"] = "Piece", ["uomscheduleid"] = new EntityReference("uomschedule", _group), ["quantity"] = 1m,
        }));
        PriceList = new EntityReference("pricelevel", Admin.Create(new Entity("pricelevel")
        {
            ["name"] = "Standard",
            ["transactioncurrencyid"] = Admin.RetrieveMultiple(
                new QueryExpression("organization") { ColumnSet = new ColumnSet("basecurrencyid") })
                .Entities[0]["basecurrencyid"],
        }));
    }

    public EntityReference Unit { get; }

    public EntityReference PriceList { get; }

    private IOrganizationService Admin => _solution.Admin;

    /// <summary>Lines of an opportunity, a quote or an order.</summary>
    public static string LinesOf(string document) => document switch
    {
        "opportunity" => "opportunityproduct",
        "quote" => "quotedetail",
        _ => "salesorderdetail",
    };

    /// <summary>The same one for the same name.</summary>
    public EntityReference Product(string name)
    {
        if (_products.TryGetValue(name, out EntityReference? known)) return known;
        EntityReference made = new("product", Admin.Create(new Entity("product")
        {
            ["name"] = name,
            ["productnumber"] = Guid.NewGuid().ToString(),
            ["defaultuomscheduleid"] = new EntityReference("uomschedule", _group),
            ["defaultuomid"] = Unit,
            ["quantitydecimal"] = 2,
            ["statecode"] = new OptionSetValue(0),
            ["statuscode"] = new OptionSetValue(1),
        }));
        _products.Add(name, made);
        Admin.Create(new Entity("productpricelevel")
        {
            ["pricelevelid"] = PriceList, ["productid"] = made, ["uomid"] = Unit, ["amount"] = new Money(10m),
        });
        return made;
    }

    /// <summary>A person has said in the product catalogue that the second one goes with the first.</summary>
    public void Relate(string product, string partner)
    {
        Admin.Create(new Entity("productsubstitute")
        {
            ["productid"] = Product(product),
            ["substitutedproductid"] = Product(partner),
            ["salesrelationshiptype"] = new OptionSetValue(CrossSell),
            ["direction"] = new OptionSetValue(0),
        });
        _solution.Dataverse.RunAsyncJobs();
    }

    /// <summary>An open document with one piece of the product.</summary>
    public EntityReference Open(string table, EntityReference customer, string product)
    {
        EntityReference document = new(table, Admin.Create(new Entity(table)
        {
            ["name"] = "Document", ["customerid"] = customer, ["pricelevelid"] = PriceList,
        }));
        Admin.Create(new Entity(LinesOf(table))
        {
            [table + "id"] = document, ["productid"] = Product(product), ["uomid"] = Unit, ["quantity"] = 1m,
        });
        return document;
    }

    /// <summary>The line of the product; null where the document has none.</summary>
    public Entity? LineOf(EntityReference document, string product)
    {
        QueryExpression query = new(LinesOf(document.LogicalName)) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(document.LogicalName + "id", ConditionOperator.Equal, document.Id);
        query.Criteria.AddCondition("productid", ConditionOperator.Equal, Product(product).Id);
        DataCollection<Entity> rows = Admin.RetrieveMultiple(query).Entities;
        Assert.True(rows.Count <= 1, $"{product} stands on {rows.Count} lines.");
        return rows.Count == 0 ? null : rows[0];
    }
}
