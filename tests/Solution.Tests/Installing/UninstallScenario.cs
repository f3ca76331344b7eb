using System;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Installing;

/// <summary>The product was in use; then the administrator deletes the solution.</summary>
public sealed class UninstallScenario : IDisposable
{
    private static readonly string[] Registrations =
    [
        "solution", "solutioncomponent", "pluginassembly", "plugintype", "sdkmessageprocessingstep",
        "sdkmessageprocessingstepimage", "customapi", "customapirequestparameter", "customapiresponseproperty", "role",
        "privilege", "webresource", "systemform", "savedquery", "environmentvariabledefinition",
        "environmentvariablevalue", "appmodule", "sitemap",
    ];

    private readonly LoyaltyWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public void Nothing_of_ours_is_left_and_orders_are_still_fulfilled()
    {
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer("account");
        world.FulfilledOrder(customer, 100m);
        world.Dataverse.RunAsyncJobs();
        Assert.NotEmpty(world.Entries());

        Uninstall();

        Assert.DoesNotContain(world.Dataverse.Tables.Tables, table => IsOurs(table.LogicalName));
        Assert.DoesNotContain(
            world.Dataverse.Tables.Tables.SelectMany(table => table.OrderedColumns),
            column => IsOurs(column.LogicalName));
        Assert.DoesNotContain(
            world.Dataverse.Tables.Relationships,
            relationship => IsOurs(relationship.ReferencedTable) || IsOurs(relationship.ReferencingTable)
                || IsOurs(relationship.ReferencingColumn));
        Assert.DoesNotContain(world.Dataverse.Tables.GlobalChoices, choice => IsOurs(choice.Name));
        Assert.Empty(world.Dataverse.Steps);
        Assert.Empty(world.Dataverse.CustomApis);
        Assert.Empty(world.Dataverse.SolutionParts);
        Assert.All(Registrations, table => Assert.DoesNotContain(Rows(table), IsOurRow));
        world.FulfilledOrder(customer, 100m);
        world.Dataverse.RunAsyncJobs();
    }

    [Fact]
    public void It_can_be_installed_again_and_awards_again()
    {
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer("contact");
        world.FulfilledOrder(customer, 100m);
        Uninstall();

        world.Dataverse.Import(LoyaltyWorld.ZipPath);

        Assert.Empty(world.Members());
        world.ProduceProgramme();
        world.FulfilledOrder(customer, 100m);
        Assert.Single(world.Entries());
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public void A_lookup_that_somebody_has_built_on_our_table_stops_it()
    {
        world.Admin.Execute(new CreateOneToManyRequest
        {
            OneToManyRelationship = new OneToManyRelationshipMetadata
            {
                SchemaName = "new_member_task", ReferencedEntity = Crmx.Member, ReferencingEntity = "task",
            },
            Lookup = new LookupAttributeMetadata { SchemaName = "new_Member" },
        });

        FaultAssert("task.new_member");
        world.FulfilledOrder(world.ProduceCustomer("account"), 100m);
    }

    [Fact]
    public void A_step_of_somebody_else_on_our_table_stops_it()
    {
        world.RegisterForeignStep("Create", Crmx.Entry);

        FaultAssert("SdkMessageProcessingStep");
    }

    private static bool IsOurs(string name) => name.StartsWith("crmx_", StringComparison.OrdinalIgnoreCase);

    private static bool IsOurRow(Entity row) => row.GetAttributeValue<bool?>("ismanaged") == true
        || row.Attributes.Values.OfType<string>().Any(text => text.Contains("crmx_", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("CrmExtensions", StringComparison.Ordinal));

    private void FaultAssert(string dependent)
    {
        OrganizationServiceFault fault = Assert.Throws<System.ServiceModel.FaultException<OrganizationServiceFault>>(
            Uninstall).Detail;
        Assert.Equal(unchecked((int)0x8004f01d), fault.ErrorCode);
        Assert.Contains(dependent, fault.Message, StringComparison.Ordinal);
    }

    private void Uninstall() => world.Admin.Delete("solution", Rows("solution").Single().Id);

    private DataCollection<Entity> Rows(string table) => world.Admin.RetrieveMultiple(
        new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities;
}
