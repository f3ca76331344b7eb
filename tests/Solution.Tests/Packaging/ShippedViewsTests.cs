using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Packaging;

/// <summary>Every view of the zip is a query that runs, and those that ask a question get its answer.</summary>
public sealed class ShippedViewsTests : IDisposable
{
    private readonly LoyaltyWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public void Every_view_of_every_own_table_runs()
    {
        Entity[] views = [.. Views().Where(view => TableOf(view).StartsWith("crmx_", StringComparison.Ordinal))];

        Assert.True(views.Select(TableOf).Distinct().Count() >= 18);
        foreach (Entity view in views) Assert.NotNull(Run(view));
    }

    [Theory]
    [InlineData("account", "Accounts by Points")]
    [InlineData("contact", "Contacts by Points")]
    public void The_views_of_customers_run(string table, string name) => Assert.Empty(Run(View(table, name)));

    [Fact]
    [Trait("Rule", "L38")]
    public void Members_whose_points_expire_within_30_days_come_earliest_first()
    {
        DateTime today = world.Clock.GetUtcNow().UtcDateTime.Date;
        Guid late = ProduceMember("crmx_nextexpiryon", today.AddDays(29));
        ProduceMember("crmx_nextexpiryon", today.AddDays(45));
        Guid early = ProduceMember("crmx_nextexpiryon", today.AddDays(3));
        ProduceMember("crmx_nextexpirypoints", 7);

        Assert.Equal([early, late], Run(View(Crmx.Member, "Points Expiring in 30 Days")).Select(row => row.Id));
    }

    [Fact]
    public void Only_what_waits_for_a_decision_is_an_open_approval()
    {
        Guid open = world.Admin.Create(new Entity("crmx_approval") { ["crmx_name"] = "Open" });
        world.Admin.Create(new Entity("crmx_approval")
        {
            ["crmx_name"] = "Decided",
            ["crmx_decision"] = new OptionSetValue(Crmx.FirstOption + 1),
        });

        Assert.Equal(open, Assert.Single(Run(View("crmx_approval", "Open Approvals"))).Id);
    }

    [Fact]
    public void A_resolved_finding_is_open_no_more_and_frees_its_key()
    {
        var finding = new Entity("crmx_healthfinding") { ["crmx_name"] = "Chain broken", ["crmx_key"] = "CHAIN-1" };
        finding.Id = world.Admin.Create(finding);
        world.Admin.Update(new Entity(finding.LogicalName, finding.Id)
        {
            ["crmx_resolvedon"] = world.Clock.GetUtcNow().UtcDateTime,
            ["crmx_key"] = null,
        });
        Guid again = world.Admin.Create(new Entity(finding.LogicalName)
        {
            ["crmx_name"] = "Chain broken again",
            ["crmx_key"] = "CHAIN-1",
        });

        Assert.Equal(again, Assert.Single(Run(View("crmx_healthfinding", "Open Findings"))).Id);
    }

    private Guid ProduceMember(string column, object value) => world.Admin.Create(new Entity(Crmx.Member)
    {
        ["crmx_name"] = "Member",
        ["crmx_programid"] = world.ProduceProgramme(),
        ["crmx_customerid"] = world.ProduceCustomer("account"),
        [column] = value,
    });

    private Entity View(string table, string name) =>
        Assert.Single(Views(), view => TableOf(view) == table && (string)view["name"] == name);

    private IReadOnlyList<Entity> Views() => world.Admin.RetrieveMultiple(new QueryExpression("savedquery")
    {
        ColumnSet = new ColumnSet("name", "fetchxml", "returnedtypecode"),
    }).Entities;

    private IReadOnlyList<Entity> Run(Entity view) => world.Admin.RetrieveMultiple(
        new FetchExpression(((string)view["fetchxml"]).Replace("{0}", "some%", StringComparison.Ordinal))).Entities;

    private static string TableOf(Entity view) => (string)view["returnedtypecode"];
}
