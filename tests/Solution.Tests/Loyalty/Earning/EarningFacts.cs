using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Loyalty.Earning;

/// <summary>What earning and returns need beyond a programme, a customer and an order of write-ins.</summary>
internal static class EarningFacts
{
    public const int Multiplier = 0, PointsPerOrder = 1, PointsPerUnit = 2, PointsPerStep = 3, NoPoints = 4;
    public const int Clamp = 0, Refuse = 1;

    public static OptionSetValue Option(int number) => new(Crmx.FirstOption + number);

    public static KeyValuePair<string, object> Set(string column, object value) => new(column, value);

    public static EntityReference ProduceRule(
        this LoyaltyWorld world, EntityReference programme, int kind, params KeyValuePair<string, object>[] settings)
    {
        var row = new Entity("crmx_earningrule")
        {
            ["crmx_name"] = "Rule",
            ["crmx_programid"] = programme,
            ["crmx_kind"] = Option(kind),
        };
        foreach (KeyValuePair<string, object> setting in settings) row["crmx_" + setting.Key] = setting.Value;
        return new EntityReference(row.LogicalName, world.Admin.Create(row));
    }

    public static EntityReference ProduceTier(
        this LoyaltyWorld world, EntityReference programme, int rank, decimal multiplier) =>
        new("crmx_loyaltytier", world.Admin.Create(new Entity("crmx_loyaltytier")
        {
            ["crmx_name"] = "Tier " + rank,
            ["crmx_programid"] = programme,
            ["crmx_rank"] = rank,
            ["crmx_multiplier"] = multiplier,
        }));

    public static EntityReference ProduceFamily(this LoyaltyWorld world, EntityReference? parent = null) =>
        world.ProduceProduct(parent, structure: 2);

    public static EntityReference ProduceProduct(
        this LoyaltyWorld world, EntityReference? family = null, int structure = 1)
    {
        EntityReference unit = world.Unit();
        var row = new Entity("product")
        {
            ["name"] = "Product",
            ["productnumber"] = Guid.NewGuid().ToString("N"),
            ["productstructure"] = new OptionSetValue(structure),
            ["quantitydecimal"] = 2,
        };
        if (structure == 1) row["defaultuomid"] = unit;
        if (family is not null) row["parentproductid"] = family;
        return new EntityReference("product", world.Admin.Create(row));
    }

    public static EntityReference AddLine(
        this LoyaltyWorld world,
        EntityReference document,
        EntityReference? product,
        decimal price,
        decimal quantity = 1)
    {
        string table = document.LogicalName == "opportunity" ? "opportunityproduct" : document.LogicalName + "detail";
        var row = new Entity(table)
        {
            [document.LogicalName + "id"] = document,
            ["isproductoverridden"] = product is null,
            ["priceperunit"] = new Money(price),
            ["quantity"] = quantity,
        };
        if (product is null) row["productdescription"] = "Write-in";
        else
        {
            row["productid"] = product;
            row["uomid"] = world.Unit();
            row["ispriceoverridden"] = true;
        }

        return new EntityReference(table, world.Admin.Create(row));
    }

    public static EntityReference ProduceInvoice(
        this LoyaltyWorld world, EntityReference customer, params decimal[] prices)
    {
        var invoice = new EntityReference("invoice", world.Admin.Create(new Entity("invoice")
        {
            ["name"] = "Invoice",
            ["customerid"] = customer,
        }));
        foreach (decimal price in prices) world.AddLine(invoice, null, price);
        return invoice;
    }

    public static void Pay(this LoyaltyWorld world, EntityReference invoice) => world.SetState(invoice, 2, 100001);

    public static void PayPart(this LoyaltyWorld world, EntityReference invoice, decimal paid)
    {
        Entity now = world.Admin.Retrieve("invoice", invoice.Id, new ColumnSet("statecode"));
        if (now.GetAttributeValue<OptionSetValue>("statecode").Value != 0) world.Reopen(invoice);
        world.Admin.Update(new Entity("invoice", invoice.Id)
        {
            ["crmx_paidamount"] = paid,
            ["statecode"] = new OptionSetValue(2),
            ["statuscode"] = new OptionSetValue(100002),
        });
    }

    public static void Reopen(this LoyaltyWorld world, EntityReference invoice) => world.SetState(invoice, 0, 1);

    public static void CancelInvoice(this LoyaltyWorld world, EntityReference invoice) =>
        world.SetState(invoice, 3, 100003);

    public static void SetState(this LoyaltyWorld world, EntityReference row, int state, int status) =>
        world.Admin.Update(new Entity(row.LogicalName, row.Id)
        {
            ["statecode"] = new OptionSetValue(state),
            ["statuscode"] = new OptionSetValue(status),
        });

    public static int BalanceOf(this LoyaltyWorld world, EntityReference customer) =>
        world.MemberOf(customer).GetAttributeValue<int>("crmx_balance");

    public static int[] Points(this LoyaltyWorld world) =>
        world.Entries().Select(entry => (int)entry["crmx_points"]).ToArray();

    /// <summary>A balance that a clerk gave or took.</summary>
    public static void Adjust(this LoyaltyWorld world, EntityReference customer, int points) =>
        world.Admin.Execute(new OrganizationRequest(Crmx.AdjustPoints)
        {
            ["Member"] = world.MemberOf(customer).ToEntityReference(),
            ["Points"] = points,
            ["Reason"] = Crmx.FirstOption,
            ["RequestId"] = Guid.NewGuid().ToString(),
        });

    private static EntityReference Unit(this LoyaltyWorld world)
    {
        var query = new QueryExpression("uom");
        query.Criteria.AddCondition("name", ConditionOperator.Equal, "piece");
        Entity? known = world.Admin.RetrieveMultiple(query).Entities.FirstOrDefault();
        if (known is not null) return known.ToEntityReference();
        Guid schedule = world.Admin.Create(new Entity("uomschedule") { ["name"] = "Pieces" });
        return new EntityReference("uom", world.Admin.Create(new Entity("uom")
        {
            ["name"] = "piece",
            ["uomscheduleid"] = new EntityReference("uomschedule", schedule),
            ["quantity"] = 1m,
        }));
    }
}
