using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local.Plugins;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Loyalty;

public sealed class AdjustPointsScenario
{
    private const int Goodwill = Crmx.FirstOption;

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L37")]
    public void An_order_that_earns_and_spends_has_two_rows_with_their_own_references(string table)
    {
        using LoyaltyWorld world = Earned(table, out EntityReference member, out EntityReference order);
        Guid user = world.ProduceUser().Id;

        OrganizationResponse answer = world.Dataverse.Connect(user).Execute(Request(member, -30, order.Id.ToString()));

        Entity spent = world.Entries()[1];
        Assert.Equal(2, world.Entries().Count);
        Assert.NotEqual(world.Entries()[0]["crmx_sourcekey"], spent["crmx_sourcekey"]);
        Assert.Equal(spent.Id, answer["EntryId"]);
        Assert.Equal(70, answer["Balance"]);
        Assert.Equal(-30, spent["crmx_points"]);
        Assert.Equal(new OptionSetValue(Goodwill), spent["crmx_reason"]);
        Assert.Equal(user, ((EntityReference)spent["crmx_originatorid"]).Id);
        Assert.Equal(world.Dataverse.SystemUserId, ((EntityReference)spent["createdby"]).Id);
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L13")]
    public void The_same_request_adjusts_once_and_gets_the_same_answer(string table)
    {
        using LoyaltyWorld world = Earned(table, out EntityReference member, out _);

        OrganizationResponse first = world.Admin.Execute(Request(member, 50, "ticket 4711"));
        world.Admin.Execute(Request(member, 7, "ticket 4712"));
        OrganizationResponse again = world.Admin.Execute(Request(member, 50, "ticket 4711"));

        Assert.Equal(first["EntryId"], again["EntryId"]);
        Assert.Equal(150, again["Balance"]);
        Assert.Equal(157, world.Members().Single()["crmx_balance"]);
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public void A_request_id_of_another_adjustment_is_refused()
    {
        using LoyaltyWorld world = Earned("account", out EntityReference member, out _);
        world.Admin.Execute(Request(member, 50, "ticket 4711"));

        Refused(world, "already used", Request(member, 51, "ticket 4711"));
        OrganizationRequest otherReason = Request(member, 50, "ticket 4711");
        otherReason["Reason"] = Goodwill + 1;
        Refused(world, "already used", otherReason);
    }

    [Fact]
    public void Each_wrong_request_is_refused_with_its_remedy()
    {
        using LoyaltyWorld world = Earned("account", out EntityReference member, out _);
        OrganizationRequest unknownReason = Request(member, 1, "a");
        unknownReason["Reason"] = Goodwill + 4;

        Refused(world, "other than 0", Request(member, 0, "a"));
        Refused(world, "one of the reasons", unknownReason);
        Refused(world, "an id of 1 to 200", Request(member, 1, " "));
        Refused(world, "an id of 1 to 200", Request(member, 1, new string('x', 201)));
        Refused(world, "does not exist", Request(new EntityReference(Crmx.Member, Guid.NewGuid()), 1, "a"));
        Refused(world, "The balance is 100 points; 101", Request(member, -101, "a"));
    }

    [Fact]
    public void Exactly_the_limit_and_exactly_the_balance_are_allowed()
    {
        using LoyaltyWorld world = Earned("contact", out EntityReference member, out _);

        world.Admin.Execute(Request(member, 9_900, "up"));
        OrganizationResponse emptied = world.Admin.Execute(Request(member, -10_000, "down"));

        Assert.Equal(0, emptied["Balance"]);
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public void The_limit_of_this_environment_wins_over_the_default()
    {
        using LoyaltyWorld world = Earned("account", out EntityReference member, out _);

        SetLimit(world, "20");

        world.Admin.Execute(Request(member, 20, "twenty"));
        Assert.Equal(System.Guid.Empty, world.Admin.Execute(Request(member, 21, "twenty-one"))["EntryId"]);
    }

    [Fact]
    public void A_limit_that_is_no_number_refuses_instead_of_failing_open()
    {
        using LoyaltyWorld world = Earned("account", out EntityReference member, out _);

        SetLimit(world, "many");

        Refused(world, "crmx_AdjustmentLimit must be a whole number", Request(member, 1, "a"));
    }

    [Fact]
    public void An_inactive_member_is_not_adjusted()
    {
        using LoyaltyWorld world = Earned("account", out EntityReference member, out _);
        world.Admin.Update(new Entity(Crmx.Member, member.Id)
        {
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(2),
        });

        Refused(world, "inactive", Request(member, 1, "a"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_workflow_adjusts_under_the_same_rules(string table)
    {
        using LoyaltyWorld world = Earned(table, out EntityReference member, out _);
        var call = new ActivityCall
        {
            Type = "CrmExtensions.Workflows.AdjustPoints",
            Target = member,
            Inputs = new Dictionary<string, object>
            {
                ["Member"] = member,
                ["Points"] = 25,
                ["Reason"] = new OptionSetValue(Goodwill + 2),
                ["RequestId"] = "case 42",
            },
        };

        IDictionary<string, object> first = world.Dataverse.RunActivity(call);
        IDictionary<string, object> again = world.Dataverse.RunActivity(call);

        Assert.Equal(125, first["Balance"]);
        Assert.Equal(125, again["Balance"]);
        Assert.Equal(world.Entries()[1].ToEntityReference(), first["Entry"]);
        Assert.Equal(2, world.Entries().Count);
        world.AssertReplayEqualsBalance();
    }

    private static LoyaltyWorld Earned(string table, out EntityReference member, out EntityReference order)
    {
        var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        order = world.FulfilledOrder(customer, 100m);
        member = new EntityReference(Crmx.Member, world.MemberOf(customer).Id);
        return world;
    }

    private static OrganizationRequest Request(EntityReference member, int points, string requestId) =>
        new(Crmx.AdjustPoints)
        {
            ["Member"] = member,
            ["Points"] = points,
            ["Reason"] = Goodwill,
            ["RequestId"] = requestId,
        };

    private static void Refused(LoyaltyWorld world, string words, OrganizationRequest request)
    {
        int before = world.Entries().Count;

        FaultException<OrganizationServiceFault> fault =
            Assert.Throws<FaultException<OrganizationServiceFault>>(() => world.Admin.Execute(request));

        Assert.Contains(words, fault.Message);
        Assert.Equal(before, world.Entries().Count);
        world.AssertReplayEqualsBalance();
    }

    private static void SetLimit(LoyaltyWorld world, string value)
    {
        var query = new QueryExpression("environmentvariabledefinition") { ColumnSet = new ColumnSet("schemaname") };
        query.Criteria.AddCondition("schemaname", ConditionOperator.Equal, "crmx_AdjustmentLimit");
        Entity definition = Assert.Single(world.Admin.RetrieveMultiple(query).Entities);
        world.Admin.Create(new Entity("environmentvariablevalue")
        {
            ["environmentvariabledefinitionid"] = definition.ToEntityReference(),
            ["value"] = value,
        });
    }
}
