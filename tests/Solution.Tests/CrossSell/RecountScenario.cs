using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using CrmExtensions.Solution.Tests.Jobs;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.CrossSell;

/// <summary>Counts that somebody has spoiled are put right by counting everything again.</summary>
[Trait("Rule", "X20")]
public sealed class RecountScenario
{
    private static readonly string[] Counted =
    [
        "crmx_key", "crmx_baskets", "crmx_sharedbaskets", "crmx_companybaskets", "crmx_personbaskets", "crmx_partners",
    ];

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void Whatever_was_changed_lost_or_added_is_as_if_counted_today(string customers)
    {
        using var world = new CrossSellWorld();
        for (int order = 0; order < 3; order++) world.Bought(world.Customer(customers), "Bed", "Pillow", "Lamp");
        world.Bought(world.Customer(customers), "Bed", "Lamp");
        world.Train();
        string right = Counts(world);
        Entity[] rows = [.. world.All("crmx_productbasket").OrderBy(row => (string)row["crmx_key"])];
        world.Admin.Update(new Entity("crmx_productbasket", rows[0].Id) { ["crmx_baskets"] = 77 });
        world.Admin.Update(new Entity("crmx_productbasket", rows[1].Id) { ["crmx_partners"] = "{}" });
        world.Admin.Update(new Entity("crmx_productbasket", rows[2].Id) { ["crmx_personbaskets"] = 9 });
        world.Admin.Delete("crmx_productbasket", rows[3].Id);
        world.Settings(CrossSellWorld.With("baskets", 1), CrossSellWorld.With("windowbaskets", 1));
        Audit(world);
        Assert.Contains("cross-sell-counts-differ", world.Loyalty.OpenFindings());

        int repaired = Recount(world);

        Assert.Equal(right, Counts(world));
        Assert.InRange(repaired, 5, 6);
        Assert.Equal(0, Recount(world));
        for (int day = 0; day < 2; day++)
        {
            Audit(world);
            world.PassDays(1);
        }

        Assert.DoesNotContain("cross-sell-counts-differ", world.Loyalty.OpenFindings());
        world.Train();
        Assert.Equal(right, Counts(world));
    }

    [Fact]
    public void Only_an_administrator_of_ours_may_ask_for_it()
    {
        using var world = new CrossSellWorld();
        IOrganizationService seller = world.Dataverse.Connect(
            world.Loyalty.ProduceUser("CrmExtensions Seller").Id);

        string refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => CrossSellWorld.Execute(seller, "crmx_RecountBaskets")).Detail.Message;

        Assert.Contains("prvDeletecrmx_ApiPermission", refusal, StringComparison.OrdinalIgnoreCase);
    }

    /// <returns>Counts that were wrong.</returns>
    private static int Recount(CrossSellWorld world)
    {
        int repaired = 0;
        ParameterCollection answer;
        object part = 0;
        do
        {
            answer = world.Execute("crmx_RecountBaskets", new KeyValuePair<string, object>("Part", part));
            repaired += (int)answer["Repaired"];
            part = answer["NextPart"];
        }
        while ((bool)answer["IsMore"]);
        return repaired;
    }

    private static void Audit(CrossSellWorld world) =>
        world.Execute("crmx_RunJobItem", new("Job", "CountAudit"), new("Subject", Guid.Empty));

    private static string Counts(CrossSellWorld world)
    {
        Entity totals = Assert.Single(world.All("crmx_crosssellsettings"));
        IEnumerable<string> products = world.All("crmx_productbasket").OrderBy(row => (string)row["crmx_key"])
            .Select(row => string.Join(" ", Counted.Select(column => row.GetAttributeValue<object>(column) ?? 0)));
        return string.Join("\n", products) + "\n" + totals["crmx_baskets"] + " " + totals["crmx_windowbaskets"]
            + " " + totals["crmx_companybaskets"] + " " + totals["crmx_personbaskets"];
    }
}
