using System;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

public sealed class OpeningBalanceScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L58")]
    public void Balances_are_imported_by_lot_once_and_taken_back_as_a_whole(string table)
    {
        using var world = new SpendingWorld(table, 100);
        EntityReference other = world.World.ProduceCustomer(table);
        OrganizationRequest request = Importing(world, "file 1",
            Row(world.Customer, 70, "2025-06-01,2026-12-31"),
            Row(other, 30, "2025-07-01,2026-03-31"),
            Row(other, 5, "2025-07-01,"));

        OrganizationResponse imported = world.Admin.Execute(request);
        OrganizationResponse again = world.Admin.Execute(request);

        Assert.Equal(imported["BatchId"], again["BatchId"]);
        Assert.Equal(3, imported["RowCount"]);
        Assert.Equal(105, imported["Points"]);
        Assert.Equal(170, world.Balance);
        Entity member = world.World.MemberOf(other);
        Assert.Equal(35, member["crmx_balance"]);
        Assert.Equal(new DateTime(2026, 3, 31), member["crmx_nextexpiryon"]);
        Assert.Equal(30, member["crmx_nextexpirypoints"]);
        Assert.Equal(3, world.World.Entries().Count(row => row.Contains("crmx_importbatchid")));

        world.Reserve(100);
        var reversing = new OrganizationRequest("crmx_ReverseImport")
        {
            ["Batch"] = new EntityReference("crmx_importbatch", (Guid)imported["BatchId"]),
        };
        world.Admin.Execute(reversing);
        world.Admin.Execute(reversing);

        Assert.Equal(0, world.Balance);
        Assert.Equal(0, world.World.MemberOf(other)["crmx_balance"]);
        Assert.NotEqual(imported["BatchId"], world.Admin.Execute(request)["BatchId"]);
        Assert.Equal(70, world.Balance);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L58")]
    public void One_wrong_line_refuses_all_and_is_named_with_its_remedy(string table)
    {
        using var world = new SpendingWorld(table, 100);
        OrganizationRequest request = Importing(world, "file 1",
            Row(world.Customer, 70, "2025-06-01,"),
            Row(new EntityReference(table, Guid.NewGuid()), 30, "2025-07-01,"));

        Assert.Contains(
            "Line 3: this customer does not exist", SpendingWorld.Refusal(() => world.Admin.Execute(request)));
        Assert.Contains("Zeile 3: diesen Kunden gibt es nicht", world.GermanRefusal(request));
        world.OnlyWith("prvWritecrmx_ApiPermission", request);
        Assert.Equal(100, world.Balance);
        Assert.Empty(world.All("crmx_importbatch"));
        world.Admin.Execute(Importing(world, "file 1", Row(world.Customer, 70, "2025-06-01,")));
        Assert.Contains("already used", SpendingWorld.Refusal(() => world.Admin.Execute(
            Importing(world, "file 1", Row(world.Customer, 71, "2025-06-01,")))));
        var unknown = new OrganizationRequest("crmx_ReverseImport")
        {
            ["Batch"] = new EntityReference("crmx_importbatch", Guid.NewGuid()),
        };
        Assert.Contains("Diesen Import gibt es nicht", world.GermanRefusal(unknown));
        world.OnlyWith("prvWritecrmx_ApiPermission", unknown);
    }

    private static string Row(EntityReference customer, int points, string days) =>
        $"{customer.Id},{customer.LogicalName},{points},{days}";

    private static OrganizationRequest Importing(SpendingWorld world, string requestId, params string[] rows) =>
        new("crmx_ImportOpeningBalances")
        {
            ["Programme"] = world.Programme,
            ["Rows"] = "customerid,customertype,points,earnedon,expireson\n" + string.Join("\n", rows),
            ["RequestId"] = requestId,
        };
}
