using System;
using System.Collections.Generic;
using System.ServiceModel;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Packaging;

/// <summary>Defaults, keys and deletes as an environment has them after importing the zip.</summary>
public sealed class ShippedTablesTests : IDisposable
{
    private readonly LoyaltyWorld world = new();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData("crmx_beneficiary", 0)]
    [InlineData("crmx_partialpayment", 0)]
    [InlineData("crmx_expirykind", 0)]
    [InlineData("crmx_expirymode", 0)]
    [InlineData("crmx_negativepolicy", 1)]
    [InlineData("crmx_leavepolicy", 0)]
    [InlineData("crmx_tierwindow", 0)]
    [InlineData("crmx_downgrade", 1)]
    [InlineData("crmx_noticekind", 1)]
    public void A_new_programme_has_its_defaults(string setting, int option)
    {
        EntityReference programme = world.ProduceProgramme();

        Entity row = world.Admin.Retrieve(Crmx.Program, programme.Id, new ColumnSet(setting));

        Assert.Equal(Crmx.FirstOption + option, row.GetAttributeValue<OptionSetValue>(setting).Value);
    }

    [Theory]
    [InlineData("crmx_redemption", "crmx_vouchercode")]
    [InlineData("crmx_redemption", "crmx_requestkey")]
    [InlineData("crmx_approval", "crmx_requestkey")]
    [InlineData("crmx_budgetshard", "crmx_key")]
    [InlineData("crmx_job", "crmx_key")]
    [InlineData("crmx_healthfinding", "crmx_key")]
    [Trait("Rule", "P04")]
    public void A_key_is_taken_once_and_may_be_empty_often(string table, string key)
    {
        world.Admin.Create(new Entity(table) { [key] = "K-1" });
        world.Admin.Create(new Entity(table));
        world.Admin.Create(new Entity(table));

        Assert.ThrowsAny<FaultException>(() => world.Admin.Create(new Entity(table) { [key] = "K-1" }));
    }

    [Fact]
    public void A_day_stays_the_same_day_whatever_the_zone()
    {
        var day = new DateTime(2026, 12, 31);
        EntityReference reward = Produce(
            "crmx_reward", world.ProduceProgramme(), KeyValuePair.Create<string, object>("crmx_validto", day));

        Assert.Equal(day, world.Admin.Retrieve("crmx_reward", reward.Id, new ColumnSet(true))["crmx_validto"]);
    }

    [Fact]
    public void A_programme_without_members_goes_with_its_tiers_rules_and_rewards()
    {
        EntityReference programme = world.ProduceProgramme();
        foreach (string table in new[] { "crmx_loyaltytier", "crmx_earningrule", "crmx_reward" })
            Produce(table, programme);

        world.Admin.Delete(programme.LogicalName, programme.Id);

        foreach (string table in new[] { "crmx_loyaltytier", "crmx_earningrule", "crmx_reward" })
            Assert.Empty(world.Admin.RetrieveMultiple(new QueryExpression(table)).Entities);
    }

    [Fact]
    public void A_tier_that_a_rule_needs_stays_because_the_rule_would_apply_to_everybody()
    {
        EntityReference programme = world.ProduceProgramme();
        EntityReference tier = Produce("crmx_loyaltytier", programme);
        Produce("crmx_earningrule", programme, KeyValuePair.Create<string, object>("crmx_mintierid", tier));

        Assert.ThrowsAny<FaultException>(() => world.Admin.Delete(tier.LogicalName, tier.Id));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P09")]
    public void Feedback_outlives_its_customer(string customers)
    {
        EntityReference customer = world.ProduceCustomer(customers);
        Guid feedback = world.Admin.Create(new Entity("crmx_feedback") { ["crmx_customerid"] = customer });

        world.Admin.Delete(customer.LogicalName, customer.Id);

        Entity left = world.Admin.Retrieve("crmx_feedback", feedback, new ColumnSet("crmx_customerid"));
        Assert.Null(left.GetAttributeValue<EntityReference>("crmx_customerid"));
    }

    private EntityReference Produce(
        string table, EntityReference programme, params KeyValuePair<string, object>[] columns)
    {
        var row = new Entity(table) { ["crmx_name"] = table, ["crmx_programid"] = programme };
        foreach (KeyValuePair<string, object> column in columns) row[column.Key] = column.Value;
        return new EntityReference(table, world.Admin.Create(row));
    }
}
