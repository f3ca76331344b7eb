using System;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Installing;

/// <summary>An administrator has configured the product; then the next release comes.</summary>
public sealed class UpgradeScenario : IDisposable
{
    private readonly LoyaltyWorld world = new();

    public void Dispose() => world.Dispose();

    [Theory]
    [Trait("Rule", "P12")]
    [InlineData("ImportSolution")]
    [InlineData("StageAndUpgrade")]
    public void Rows_that_an_administrator_has_changed_stay_as_they_are(string message)
    {
        EntityReference programme = world.ProduceProgramme();
        world.Admin.Update(new Entity(programme.LogicalName, programme.Id) { ["crmx_name"] = "Our own programme" });
        Guid variable = Variable("crmx_AdjustmentLimit");
        world.Admin.Create(new Entity("environmentvariablevalue")
        {
            ["schemaname"] = "crmx_AdjustmentLimit",
            ["value"] = "777",
            ["environmentvariabledefinitionid"] = new EntityReference("environmentvariabledefinition", variable),
        });
        EntityReference customer = world.ProduceCustomer("account");
        world.FulfilledOrder(customer, 100m);

        Upgrade(message, "9.0.0.0");

        Entity row = world.Admin.Retrieve(programme.LogicalName, programme.Id, new ColumnSet(true));
        Assert.Equal("Our own programme", row["crmx_name"]);
        Assert.Equal("777", Only("environmentvariablevalue")["value"]);
        Assert.Equal("9.0.0.0", Solution()["version"]);
        world.FulfilledOrder(customer, 50m);
        Assert.Equal(2, world.Entries().Count);
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void A_step_that_was_switched_off_is_on_again_if_the_import_publishes(bool publish, int state)
    {
        Entity step = world.Admin.RetrieveMultiple(new QueryExpression("sdkmessageprocessingstep")).Entities[0];
        world.Admin.Update(new Entity(step.LogicalName, step.Id) { ["statecode"] = new OptionSetValue(1) });

        Upgrade("StageAndUpgrade", "9.0.0.0", publish);

        Entity after = world.Admin.Retrieve(step.LogicalName, step.Id, new ColumnSet("statecode"));
        Assert.Equal(state, after.GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Equal(state == 0, world.Dataverse.Steps.Single(known => known.Id == step.Id).Enabled);
    }

    [Fact]
    public void A_staged_release_waits_for_its_promotion()
    {
        EntityReference customer = world.ProduceCustomer("contact");
        world.ProduceProgramme();
        OrganizationRequest staging = Request("ImportSolution", "9.0.0.0", publish: true);
        staging["HoldingSolution"] = true;

        world.Admin.Execute(staging);
        world.FulfilledOrder(customer, 100m);
        world.Admin.Execute(new OrganizationRequest("DeleteAndPromote") { ["UniqueName"] = "CrmExtensions" });
        world.FulfilledOrder(customer, 100m);

        Assert.Equal("9.0.0.0", Solution()["version"]);
        Assert.Equal(2, world.Entries().Count);
        world.AssertReplayEqualsBalance();
    }

    private void Upgrade(string message, string version, bool publish = true) =>
        world.Admin.Execute(Request(message, version, publish));

    private static OrganizationRequest Request(string message, string version, bool publish) => new(message)
    {
        ["CustomizationFile"] = PackedVersion.Of(version),
        ["OverwriteUnmanagedCustomizations"] = false,
        ["PublishWorkflows"] = publish,
    };

    private Entity Solution() => world.Admin.RetrieveMultiple(
        new QueryExpression("solution") { ColumnSet = new ColumnSet(true) }).Entities.Single();

    private Guid Variable(string name) => world.Admin.RetrieveMultiple(
        new QueryByAttribute("environmentvariabledefinition") { Attributes = { "schemaname" }, Values = { name } })
        .Entities.Single().Id;

    private Entity Only(string table) => world.Admin.RetrieveMultiple(
        new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities.Single();
}
