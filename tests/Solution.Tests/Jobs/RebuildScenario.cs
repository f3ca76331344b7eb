using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>Changed settings wait for somebody who has seen the numbers.</summary>
public sealed class RebuildScenario
{
    private const int Reevaluation = 4;

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L50")]
    public void A_changed_limit_changes_no_tier_until_a_preview_and_an_explicit_run(string table)
    {
        using LoyaltyWorld world = TierScenario.Tiered();
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference other = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 6_000m);
        world.FulfilledOrder(other, 100m);
        Entity silver = world.Rows("crmx_loyaltytier").Single(row => (string)row["crmx_name"] == "Silver");

        world.Admin.Update(new Entity(silver.LogicalName, silver.Id) { ["crmx_yearpoints"] = 5_000 });
        Assert.True((bool)world.Rows(Crmx.Program).Single()["crmx_tiersdirty"]);
        world.FulfilledOrder(customer, 1m);
        world.LetDaysPass(2);
        Assert.Equal("Bronze", TierScenario.TierOf(world, customer));

        OrganizationResponse preview = Call(world, "crmx_ReevaluateTiers", preview: true);
        world.Dataverse.RunAsyncJobs();
        Assert.Equal(2, preview["Members"]);
        Assert.Equal(1, preview["Changes"]);
        Assert.Contains("\"from\":\"Bronze\",\"to\":\"Silver\",\"statusPoints\":6001", (string)preview["List"]);
        Assert.Equal("Bronze", TierScenario.TierOf(world, customer));

        Call(world, "crmx_ReevaluateTiers", preview: false);
        world.Dataverse.RunAsyncJobs();
        Assert.Equal("Silver", TierScenario.TierOf(world, customer));
        Assert.Equal("Bronze", TierScenario.TierOf(world, other));
        Assert.Equal(Beats.Option(Reevaluation), TierScenario.Changes(world).Last()["crmx_reason"]);
        Assert.False((bool)world.Rows(Crmx.Program).Single()["crmx_tiersdirty"]);
        Call(world, "crmx_ReevaluateTiers", preview: false);
        world.Dataverse.RunAsyncJobs();
        Assert.Equal(3, TierScenario.Changes(world).Count);
    }

    [Theory]
    [InlineData("account", 0, "2026-04-01", 0)]
    [InlineData("contact", 1, "2026-06-01", 70)]
    [Trait("Rule", "L46")]
    public void Static_keeps_old_dates_and_dynamic_recalculates_them_after_a_preview(
        string table, int mode, string lastDay, int redated)
    {
        using var world = new LoyaltyWorld();
        EntityReference programme = world.ProduceProgramme(
            new("expirykind", Beats.Option(1)), new("expirymonths", 1), new("expirymode", Beats.Option(mode)));
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 70m);

        world.Admin.Update(new Entity(programme.LogicalName, programme.Id) { ["crmx_expirymonths"] = 3 });
        Assert.True((bool)world.Rows(Crmx.Program).Single()["crmx_expirydirty"]);
        Assert.Equal(new DateTime(2026, 4, 1), world.MemberOf(customer)["crmx_nextexpiryon"]);

        OrganizationResponse preview = Call(world, "crmx_ExpirePoints", preview: true);
        Assert.Equal((decimal)redated, preview["RedatedPoints"]);
        Assert.Equal(redated == 0 ? 0 : 1, preview["Members"]);
        Assert.Single(world.Entries());
        Call(world, "crmx_ExpirePoints", preview: false);
        world.Dataverse.RunAsyncJobs();
        Call(world, "crmx_ExpirePoints", preview: false);
        world.Dataverse.RunAsyncJobs();

        Assert.Equal(DateTime.Parse(lastDay), world.MemberOf(customer)["crmx_nextexpiryon"]);
        Assert.Equal(redated == 0 ? [70] : [70, -70, 70], world.PointsOf(customer));
        Assert.Equal(70, world.MemberOf(customer)["crmx_balance"]);
        Assert.False((bool)world.Rows(Crmx.Program).Single()["crmx_expirydirty"]);
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("crmx_ReevaluateTiers")]
    [InlineData("crmx_ExpirePoints")]
    public void A_preview_reads_a_page_of_members_and_its_pages_add_up(string api)
    {
        using LoyaltyWorld world = TierScenario.Tiered();
        EntityReference programme = world.Rows(Crmx.Program).Single().ToEntityReference();
        world.Admin.Update(new Entity(programme.LogicalName, programme.Id)
        {
            ["crmx_expirykind"] = Beats.Option(1), ["crmx_expirymonths"] = 1, ["crmx_expirymode"] = Beats.Option(1),
        });
        for (int member = 0; member < 5; member++) world.FulfilledOrder(world.ProduceCustomer("account"), 100m);
        world.Admin.Update(new Entity(programme.LogicalName, programme.Id) { ["crmx_expirymonths"] = 3 });
        Assert.Equal(5, Page(world, api, "", count: 0)["Members"]);

        string cursor = "";
        var pages = new List<int>();
        do
        {
            OrganizationResponse page = Page(world, api, cursor, count: 2);
            pages.Add((int)page["Members"]);
            cursor = (string)page["NextCursor"];
        }
        while (cursor.Length > 0);

        Assert.Equal([2, 2, 1], pages);
    }

    [Theory]
    [InlineData("crmx_ReevaluateTiers", true)]
    [InlineData("crmx_ExpirePoints", false)]
    public void A_cursor_that_comes_from_no_preview_of_the_programme_is_refused(string api, bool preview)
    {
        using LoyaltyWorld world = TierScenario.Tiered();
        Entity programme = world.Rows(Crmx.Program).Single();
        string cursor = (preview ? Guid.NewGuid() : programme.Id).ToString("N") + "-x";

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => world.Admin.Execute(
            new OrganizationRequest(api)
            {
                ["Programme"] = programme.ToEntityReference(), ["Preview"] = preview, ["Cursor"] = cursor,
            }));

        Assert.Contains("A cursor comes from a preview of this programme", fault.Message);
    }

    [Theory]
    [InlineData("crmx_ReevaluateTiers")]
    [InlineData("crmx_ExpirePoints")]
    public void A_programme_that_is_gone_is_named_in_the_readers_language(string api)
    {
        using var world = new LoyaltyWorld();
        EntityReference programme = world.ProduceProgramme();
        world.Admin.Delete(programme.LogicalName, programme.Id);
        Guid german = world.Dataverse.AddUser("chef", "CrmExtensions Loyalty Administrator");
        world.Admin.Update(new Entity("usersettings", german) { ["uilanguageid"] = 1031 });

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => world.Dataverse.Connect(german)
            .Execute(new OrganizationRequest(api) { ["Programme"] = programme, ["Preview"] = true }));

        Assert.Contains("Dieses Treueprogramm gibt es nicht", fault.Message);
    }

    private static OrganizationResponse Page(LoyaltyWorld world, string api, string cursor, int count) =>
        world.Admin.Execute(new OrganizationRequest(api)
        {
            ["Programme"] = world.Rows(Crmx.Program).Single().ToEntityReference(), ["Preview"] = true,
            ["Cursor"] = cursor, ["Count"] = count,
        });

    private static OrganizationResponse Call(LoyaltyWorld world, string api, bool preview) =>
        world.Admin.Execute(new OrganizationRequest(api)
        {
            ["Programme"] = world.Rows(Crmx.Program).Single().ToEntityReference(), ["Preview"] = preview,
        });
}
