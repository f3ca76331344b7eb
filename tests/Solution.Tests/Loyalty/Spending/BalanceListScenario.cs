using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

public sealed class BalanceListScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L38")]
    public void A_list_of_a_thousand_customers_shows_their_balances_with_one_query(string table)
    {
        using var world = new SpendingWorld(table, 100);
        for (int customer = 1; customer < 1000; customer++) world.World.ProduceCustomer(table);
        world.World.Dataverse.RunAsyncJobs();
        world.World.Dataverse.Requests.Reset();

        IReadOnlyList<Entity> list = world.Admin.RetrieveMultiple(
            new QueryExpression(table) { ColumnSet = new ColumnSet("crmx_pointsbalance") }).Entities;

        Assert.Equal(1, world.World.Dataverse.Requests.Of(RequestOrigin.Outside));
        Assert.Equal(0, world.World.Dataverse.Requests.Of(RequestOrigin.Plugin));
        Assert.Equal(1000, list.Count);
        Assert.Equal(100, list.Single(row => row.Id == world.Customer.Id)["crmx_pointsbalance"]);
    }
}
