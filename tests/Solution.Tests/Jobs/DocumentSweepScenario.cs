using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using CrmExtensions.Solution.Tests.Loyalty.Earning;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>Documents that an import wrote past our steps are found and settled, once.</summary>
public sealed class DocumentSweepScenario
{
    private const string Bypass = "BypassCustomPluginExecution";
    private const int Open = 0, Paid = 2, Cancelled = 3;
    private static readonly TimeSpan Run = TimeSpan.FromHours(5);

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P11")]
    public void An_order_that_was_fulfilled_past_our_steps_is_found_and_paid_once(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        world.Dataverse.RunAsyncJobs();
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference order = world.ProduceOrder(customer, 100m);
        world.FulfilledOrder(customer, 7m);
        world.Clock.Advance(TimeSpan.FromHours(1));
        PastOurSteps(world, () => world.Fulfil(order));
        Assert.Equal([7], world.PointsOf(customer));

        LetRunsPass(world);

        Assert.Equal([7, 100], world.PointsOf(customer));
        Assert.Equal(order.Id.ToString("D"), world.Entries()[1]["crmx_sourceid"]);
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P11")]
    public void An_order_that_was_cancelled_past_our_steps_loses_its_points_and_gets_them_back_once(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference order = world.FulfilledOrder(customer, 100m);
        world.Dataverse.RunAsyncJobs();

        PastOurSteps(world, () => world.SetState(order, Open, 1));
        PastOurSteps(world, () => world.Cancel(order));
        LetRunsPass(world);
        Assert.Equal([100, -100], world.PointsOf(customer));
        PastOurSteps(world, () => world.SetState(order, Open, 1));
        PastOurSteps(world, () => world.Fulfil(order));
        LetRunsPass(world);

        Assert.Equal([100, -100, 100], world.PointsOf(customer));
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P11")]
    public void Where_the_invoice_is_the_milestone_imported_invoices_are_settled_and_orders_left_alone(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme(new KeyValuePair<string, object>("milestone", Beats.Option(1)));
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference imported = world.ProduceInvoice(customer, 100m);
        EntityReference cancelled = world.ProduceInvoice(customer, 30m);
        world.Pay(cancelled);
        world.FulfilledOrder(customer, 999m);
        world.Dataverse.RunAsyncJobs();

        Write(world, imported, Paid, 100001);
        Write(world, cancelled, Cancelled, 100003);
        LetRunsPass(world);

        Assert.Equal(100, world.BalanceOf(customer));
        Assert.Equal([-30, 30, 100], world.PointsOf(customer).Order());
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P11")]
    public void A_payment_that_came_past_our_steps_is_made_up_for(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme(new("milestone", Beats.Option(1)), new("partialpayment", Beats.Option(1)));
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference invoice = world.ProduceInvoice(customer, 100m);
        world.PayPart(invoice, 40m);
        world.Dataverse.RunAsyncJobs();
        Assert.Equal(40, world.BalanceOf(customer));

        Write(world, invoice, Paid, 100001);
        LetRunsPass(world);

        Assert.Equal([40, 60], world.PointsOf(customer));
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    [Trait("Rule", "P11")]
    public void Hundreds_of_orders_of_one_moment_are_all_found()
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        world.Dataverse.RunAsyncJobs();
        EntityReference customer = world.ProduceCustomer("contact");
        world.FulfilledOrder(customer, 1m);
        var orders = new List<EntityReference>();
        for (int order = 0; order < 230; order++) orders.Add(world.ProduceOrder(customer, 1m));
        PastOurSteps(world, () => orders.ForEach(world.Fulfil));

        LetRunsPass(world);

        Assert.Equal(231, world.BalanceOf(customer));
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P11")]
    public void A_run_that_could_not_be_cut_for_days_is_made_up_for_and_holds_up_no_other_job(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme(new("birthdaypoints", 5), new("anniversarypoints", 5));
        world.Dataverse.RunAsyncJobs();
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference order = world.ProduceOrder(customer, 100m);
        world.FulfilledOrder(customer, 7m);
        JobScenario.RegisterFailing(world, "crmx_jobslice", Guid.Empty, "Create");
        PastOurSteps(world, () => world.Fulfil(order));

        for (int day = 0; day < 4; day++) world.LetDaysPass(1);
        Assert.Equal([7], world.PointsOf(customer));
        Assert.Equal(["job-not-started"], world.OpenFindings());
        Assert.NotEmpty(world.Rows("crmx_jobslice"));
        world.Admin.Create(new Entity("account") { ["name"] = FailingPlugin.Pardon });
        LetRunsPass(world);

        Assert.Equal([7, 100], world.PointsOf(customer));
        Assert.Empty(world.OpenFindings());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P11")]
    public void Orders_of_before_the_programme_are_paid_only_where_somebody_asks_for_it(string table)
    {
        using var world = new LoyaltyWorld();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        world.Clock.Advance(TimeSpan.FromHours(1));
        world.ProduceProgramme();
        LetRunsPass(world);
        Assert.Empty(world.Entries());

        Entity job = world.Job("OrderSweep");
        world.Admin.Update(new Entity(job.LogicalName, job.Id) { ["crmx_lastrunon"] = null, ["crmx_cursor"] = null });
        LetRunsPass(world);

        Assert.Equal([100], world.PointsOf(customer));
    }

    private static void LetRunsPass(LoyaltyWorld world)
    {
        for (int run = 0; run < 3; run++) world.LetTimePass(Run);
    }

    private static void Write(LoyaltyWorld world, EntityReference invoice, int state, int status) =>
        world.Admin.Execute(new UpdateRequest
        {
            Target = new Entity(invoice.LogicalName, invoice.Id)
            {
                ["statecode"] = new OptionSetValue(state), ["statuscode"] = new OptionSetValue(status),
            },
            [Bypass] = true,
        });

    private static void PastOurSteps(LoyaltyWorld world, Action import)
    {
        Switch(world, isOff: true);
        import();
        Switch(world, isOff: false);
    }

    private static void Switch(LoyaltyWorld world, bool isOff)
    {
        foreach (Entity step in world.Rows("sdkmessageprocessingstep"))
        {
            if (!step.GetAttributeValue<string>("name").Contains("AwardPoints")) continue;
            world.Admin.Update(new Entity(step.LogicalName, step.Id)
            {
                ["statecode"] = new OptionSetValue(isOff ? 1 : 0),
            });
        }
    }
}
