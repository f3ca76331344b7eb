using System;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

/// <summary>
/// A quote that is revised goes on as a copy with the same discount: its points go along, or the discount goes.
/// </summary>
[Trait("Rule", "L33")]
public sealed class QuoteRevisionScenario
{
    private const int Reserved = 0, Committed = 1, Released = 2;
    private const int Lost = 5, Revised = 7;

    [Theory]
    [InlineData("account", true)]
    [InlineData("account", false)]
    [InlineData("contact", true)]
    [InlineData("contact", false)]
    public void Points_go_along_to_the_revision_and_on_to_its_order(string table, bool jobsRunBetween)
    {
        using var world = new SpendingWorld(table, 300);
        EntityReference quote = world.ProduceQuote(20m);
        OrganizationResponse reserved = world.Reserve(200, quote);
        Close(world, quote, Revised);
        if (jobsRunBetween) world.World.Dataverse.RunAsyncJobs();

        EntityReference revision = Revise(world, quote);
        world.World.Dataverse.RunAsyncJobs();

        Assert.Equal(Reserved, world.StateOf(reserved));
        Assert.Equal(revision.Id.ToString("D"), DocumentOf(world, reserved));
        Assert.Equal(18m, world.Money(revision, "totalamount"));
        Assert.Equal(100, world.Available);
        EntityReference order = world.ConvertToOrder(revision);
        world.World.Fulfil(order);
        world.World.Dataverse.RunAsyncJobs();
        Assert.Equal(Committed, world.StateOf(reserved));
        Assert.Equal(18m, world.Money(order, "totalamount"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_revision_that_is_released_loses_discount_and_lowered_taxes(bool jobsRunBefore)
    {
        using var world = new SpendingWorld("account", 5000);
        EntityReference quote = world.ProduceQuote(100m);
        SetTax(world, quote, 19m);
        OrganizationResponse reserved = world.Reserve(1100, quote);
        Close(world, quote, Revised);
        EntityReference revision = Revise(world, quote);
        Assert.Equal(119m - 11m, world.Money(revision, "totalamount"));
        if (jobsRunBefore) world.World.Dataverse.RunAsyncJobs();

        world.Release(reserved);
        world.World.Dataverse.RunAsyncJobs();

        Assert.Equal(Released, world.StateOf(reserved));
        Assert.Equal(5000, world.Available);
        Assert.Equal(119m, world.Money(revision, "totalamount"));
        Assert.Equal(0m, world.Money(revision, "discountamount"));
    }

    [Fact]
    [Trait("Rule", "L35")]
    public void Lowered_taxes_are_noted_for_the_lines_of_the_order_that_was_made_of_a_revision()
    {
        using var world = new SpendingWorld("account", 5000);
        EntityReference quote = world.ProduceQuote(100m);
        SetTax(world, quote, 19m);
        OrganizationResponse reserved = world.Reserve(1100, quote);
        Close(world, quote, Revised);
        EntityReference order = world.ConvertToOrder(Revise(world, quote));

        world.World.Dataverse.RunAsyncJobs();

        Guid line = Lines(world, order).Single().Id;
        decimal tax = world.Row(SpendingWorld.RedemptionOf(reserved)).GetAttributeValue<decimal>("crmx_documenttax");
        string taxes = world.Row(SpendingWorld.RedemptionOf(reserved)).GetAttributeValue<string>("crmx_taxreductions");
        Assert.True(tax > 0);
        Assert.StartsWith("[[\"" + line.ToString("N") + "\",", taxes, StringComparison.Ordinal);
        var added = new Entity("salesorderdetail")
        {
            ["salesorderid"] = order,
            ["isproductoverridden"] = true,
            ["productdescription"] = "Added",
            ["priceperunit"] = new Money(100m),
            ["quantity"] = 1m,
            ["tax"] = new Money(19m),
        };
        world.Admin.Create(added);
        world.Release(reserved);
        Assert.All(Lines(world, order), row => Assert.Equal(19m, row.GetAttributeValue<Money>("tax").Value));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_lost_quote_that_is_revised_after_all_has_no_discount_without_points(string table)
    {
        using var world = new SpendingWorld(table, 300);
        EntityReference quote = world.ProduceQuote(20m);
        OrganizationResponse reserved = world.Reserve(200, quote);
        Close(world, quote, Lost);
        world.World.Dataverse.RunAsyncJobs();
        Assert.Equal(Released, world.StateOf(reserved));

        EntityReference revision = Revise(world, quote);
        world.World.Dataverse.RunAsyncJobs();

        Assert.Equal(300, world.Available);
        Assert.Equal(20m, world.Money(revision, "totalamount"));
        Close(world, revision, Revised);
        EntityReference third = Revise(world, revision);
        world.World.Dataverse.RunAsyncJobs();
        Assert.Equal(20m, world.Money(third, "totalamount"));
    }

    [Fact]
    public void A_quote_closed_for_a_revision_that_never_comes_gives_its_points_back_when_their_time_is_over()
    {
        using var world = new SpendingWorld("account", 300);
        EntityReference quote = world.ProduceQuote(20m);
        OrganizationResponse reserved = world.Reserve(200, quote);
        Close(world, quote, Revised);
        world.World.Dataverse.RunAsyncJobs();
        Assert.Equal(Reserved, world.StateOf(reserved));

        world.World.Clock.Advance(TimeSpan.FromMinutes(61));
        world.Release(reserved, onlyOverdue: true);

        Assert.Equal(300, world.Available);
        EntityReference revision = Revise(world, quote);
        world.World.Dataverse.RunAsyncJobs();
        Assert.Equal(20m, world.Money(revision, "totalamount"));
    }

    private static void Close(SpendingWorld world, EntityReference quote, int status)
    {
        world.Admin.Update(new Entity("quote", quote.Id)
        {
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(2),
        });
        world.Admin.Execute(new CloseQuoteRequest
        {
            QuoteClose = new Entity("quoteclose") { ["quoteid"] = quote, ["subject"] = "Closed" },
            Status = new OptionSetValue(status),
        });
    }

    private static EntityReference Revise(SpendingWorld world, EntityReference quote) =>
        ((ReviseQuoteResponse)world.Admin.Execute(new ReviseQuoteRequest
        {
            QuoteId = quote.Id,
            ColumnSet = new ColumnSet("revisionnumber"),
        })).Entity.ToEntityReference();

    private static string DocumentOf(SpendingWorld world, OrganizationResponse reserved) =>
        world.Row(SpendingWorld.RedemptionOf(reserved)).GetAttributeValue<string>("crmx_documentid");

    private static void SetTax(SpendingWorld world, EntityReference quote, decimal tax) =>
        world.Admin.Update(new Entity("quotedetail", Lines(world, quote).Single().Id) { ["tax"] = new Money(tax) });

    private static Entity[] Lines(SpendingWorld world, EntityReference document)
    {
        var query = new QueryExpression(document.LogicalName + "detail") { ColumnSet = new ColumnSet("tax") };
        query.Criteria.AddCondition(document.LogicalName + "id", ConditionOperator.Equal, document.Id);
        return [.. world.Admin.RetrieveMultiple(query).Entities];
    }
}
