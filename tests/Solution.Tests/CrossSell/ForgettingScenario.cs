using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.CrossSell;

/// <summary>What is left of a customer who is forgotten, and to whom a recommendation belongs.</summary>
public sealed class ForgettingScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_forgotten_customer_takes_the_purchases_along_and_leaves_the_counts(string customers)
    {
        using var world = new CrossSellWorld();
        EntityReference customer = world.Customer(customers);
        world.Bought(customer, "Bed", "Pillow");
        world.Train();
        world.Execute(
            "crmx_RejectRecommendation",
            new("CustomerTable", customers),
            new("CustomerId", customer.Id),
            new("ProductId", world.Product("Lamp").Id),
            new("Reason", Crmx.FirstOption),
            new("RequestId", "R-1"));
        var exported = (string)Named(world, "crmx_ExportCustomerData", customer)["Data"];
        Assert.Contains("\"purchases\":[{", exported);
        Assert.Contains("\"recommendations\":[{", exported);

        Named(world, "crmx_ForgetCustomer", customer);

        Assert.Empty(world.All("crmx_customerproduct"));
        Assert.All(world.All("crmx_recommendation"), row => Assert.False(row.Contains("crmx_customerid")));
        Assert.All(world.All("crmx_orderbasket"), row => Assert.False(row.Contains("crmx_customerid")));
        world.Train();
        Assert.Equal(1, world.Together("Bed", "Pillow"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_decision_belongs_to_whom_the_customer_belongs(string customers)
    {
        using var world = new CrossSellWorld();
        EntityReference customer = world.Customer(customers);
        EntityReference owner = world.Loyalty.ProduceUser("CrmExtensions Seller", "System Administrator");
        world.Admin.Update(new Entity(customers, customer.Id) { ["ownerid"] = owner });

        world.Execute(
            "crmx_RejectRecommendation",
            new("CustomerTable", customers),
            new("CustomerId", customer.Id),
            new("ProductId", world.Product("Lamp").Id),
            new("Reason", Crmx.FirstOption),
            new("RequestId", "R-2"));
        world.Dataverse.RunAsyncJobs();

        Assert.Equal(owner, Assert.Single(world.All("crmx_recommendation"))["ownerid"]);
    }

    private static ParameterCollection Named(CrossSellWorld world, string api, EntityReference customer) =>
        world.Execute(api, CrossSellWorld.With(customer.LogicalName == "account" ? "Account" : "Contact", customer));
}
