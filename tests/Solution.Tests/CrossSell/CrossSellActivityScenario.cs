using System;
using System.Collections.Generic;
using CrmExtensions.Solution.Tests.Installing;
using Dataverse.Local.Plugins;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.CrossSell;

/// <summary>What workflows do with recommendations, and what an upgrade leaves alone.</summary>
public sealed class CrossSellActivityScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_workflow_gets_accepts_and_rejects_the_best_recommendation(string customers)
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, customers);
        EntityReference customer = world.Customer(customers);
        world.Bought(customer, "Printer");
        world.Train();
        EntityReference order = world.Open("salesorder", customer, "Milk");
        string input = customers == "account" ? "Account" : "Contact";

        IDictionary<string, object> best = Run(world, "GetTopRecommendation", new() { [input] = customer });
        IDictionary<string, object> accepted = Run(world, "AcceptRecommendation", new()
        {
            ["Order"] = order, ["ProductToAdd"] = best["Recommended"], ["RequestId"] = "case 1",
        });
        IDictionary<string, object> rejected = Run(world, "RejectRecommendation", new()
        {
            [input] = customer,
            ["ProductToReject"] = world.Product("Milk"),
            ["Reason"] = new OptionSetValue(Crmx.FirstOption + 2),
            ["RequestId"] = "case 2",
        });

        Assert.True((bool)best["Found"]);
        Assert.Equal(world.Product("Toner").Id, ((EntityReference)best["Recommended"]).Id);
        Assert.StartsWith("bought together in 8 of ", (string)best["Reason"]);
        Assert.Contains("gemeinsam gekauft", (string)best["ReasonGerman"]);
        Assert.NotEqual(Guid.Empty, ((EntityReference)accepted["Recommendation"]).Id);
        Assert.Equal(new DateTime(2026, 9, 1), rejected["RejectedUntil"]);
        Assert.DoesNotContain("Toner", world.Recommend(order).Names);
    }

    [Theory]
    [InlineData("ImportSolution")]
    [InlineData("StageAndUpgrade")]
    [Trait("Rule", "P12")]
    public void An_upgrade_leaves_the_settings_and_the_decisions_alone(string message)
    {
        using var world = new CrossSellWorld();
        world.Settings(CrossSellWorld.With("windowdays", 7));
        RecommendScenario.Teach(world, "account");
        Entity pair = world.All("crmx_productaffinity")[0];
        world.Admin.Update(new Entity(pair.LogicalName, pair.Id)
        {
            ["crmx_state"] = new OptionSetValue(Crmx.FirstOption + 3),
        });

        world.Admin.Execute(new OrganizationRequest(message)
        {
            ["CustomizationFile"] = PackedVersion.Of("9.0.0.0"),
            ["OverwriteUnmanagedCustomizations"] = false,
            ["PublishWorkflows"] = true,
        });

        Assert.Equal(7, Assert.Single(world.All("crmx_crosssellsettings"))["crmx_windowdays"]);
        Assert.Contains(world.All("crmx_productaffinity"), row => row.Id == pair.Id
            && row.GetAttributeValue<OptionSetValue>("crmx_state").Value == Crmx.FirstOption + 3);
    }

    private static IDictionary<string, object> Run(
        CrossSellWorld world, string activity, Dictionary<string, object> arguments) =>
        world.Dataverse.RunActivity(new ActivityCall
        {
            Type = "CrmExtensions.Workflows." + activity, Inputs = arguments,
        });
}
