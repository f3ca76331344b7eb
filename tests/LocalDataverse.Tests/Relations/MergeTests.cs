using System;
using Dataverse.Local.Messages.Relations;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Relations;

public sealed class MergeTests
{
    [Fact]
    public void The_subordinate_becomes_inactive_and_says_who_its_master_is()
    {
        using MergeWorld world = new();

        world.Merge();

        Entity merged = world.Read(world.Subordinate);
        Assert.Equal(true, merged["merged"]);
        Assert.Equal(world.Master, merged["masterid"]);
        Assert.Equal(1, ((OptionSetValue)merged["statecode"]).Value);
        Assert.Equal(2, ((OptionSetValue)merged["statuscode"]).Value);
        Assert.Equal(0, ((OptionSetValue)world.Read(world.Master)["statecode"]).Value);
    }

    [Fact]
    public void Update_content_is_written_into_the_master_and_nothing_else_is_copied()
    {
        using MergeWorld world = new();
        world.Update(world.Subordinate, "telephone1", "123");
        world.Update(world.Subordinate, "fax", "456");

        world.Merge(new Entity("account") { ["telephone1"] = "123" });

        Assert.Equal("123", world.Read(world.Master)["telephone1"]);
        Assert.False(world.Read(world.Master).Contains("fax"));
    }

    [Fact]
    public void Rows_of_every_relationship_get_the_master_as_parent_closed_documents_too()
    {
        using MergeWorld world = new();
        CascadeTables.Add(world.Local.Tables, "test_below", Cascade.NoCascade);
        EntityReference contact =
            world.Create("contact", ("lastname", "Ada"), ("parentcustomerid", world.Subordinate));
        EntityReference account = world.Create("account", ("name", "Below"), ("parentaccountid", world.Subordinate));
        EntityReference task = world.Create("task", ("subject", "Call"), ("regardingobjectid", world.Subordinate));
        EntityReference custom =
            world.Create("test_below", ("test_name", "x"), ("test_accountid", world.Subordinate));
        EntityReference order = world.Create("salesorder", ("name", "O"), ("customerid", world.Subordinate));
        world.Service.Execute(new FulfillSalesOrderRequest
        {
            OrderClose = new Entity("orderclose") { ["salesorderid"] = order },
            Status = new OptionSetValue(-1),
        });

        world.Merge();

        Assert.Equal(world.Master, world.Lookup(contact, "parentcustomerid"));
        Assert.Equal(world.Master, world.Lookup(account, "parentaccountid"));
        Assert.Equal(world.Master, world.Lookup(task, "regardingobjectid"));
        Assert.Equal(world.Master, world.Lookup(custom, "test_accountid"));
        Assert.Equal(world.Master, world.Lookup(order, "customerid"));
        Assert.Equal(world.Master, world.Lookup(order, "accountid"));
        Assert.Equal(3, ((OptionSetValue)world.Read(order)["statecode"]).Value);
    }

    [Fact]
    public void A_contact_of_the_same_id_as_the_subordinate_keeps_its_rows()
    {
        using MergeWorld world = new();
        EntityReference twin = new("contact", world.Service.Create(
            new Entity("contact", world.Subordinate.Id) { ["lastname"] = "Twin" }));
        EntityReference order = world.Create("salesorder", ("name", "O"), ("customerid", twin));

        world.Merge();

        Assert.Equal(twin, world.Lookup(order, "customerid"));
    }

    [Fact]
    public void Pairs_move_to_the_master_once()
    {
        using MergeWorld world = new();
        world.Service.Execute(new CreateManyToManyRequest
        {
            IntersectEntitySchemaName = "test_pairs",
            ManyToManyRelationship = new ManyToManyRelationshipMetadata
            {
                SchemaName = "test_pairs", Entity1LogicalName = "account", Entity2LogicalName = "contact",
            },
        });
        EntityReference ada = world.Create("contact", ("lastname", "Ada"));
        EntityReference bob = world.Create("contact", ("lastname", "Bob"));
        Microsoft.Xrm.Sdk.Relationship pairs = new("test_pairs");
        world.Service.Associate("account", world.Master.Id, pairs, [ada]);
        world.Service.Associate("account", world.Subordinate.Id, pairs, [ada, bob]);

        world.Merge();

        QueryExpression query = new("test_pairs") { ColumnSet = new ColumnSet(true) };
        EntityCollection left = world.Service.RetrieveMultiple(query);
        Assert.Equal(2, left.Entities.Count);
        Assert.All(left.Entities, pair => Assert.Equal(world.Master.Id, pair["accountid"]));
    }

    [Fact]
    public void A_step_on_merge_sees_its_parameters_and_may_change_the_content()
    {
        using MergeWorld world = new();
        world.On("Merge", "account", Stage.PreOperation, "DescribeMerge", "");

        string trace = world.Traced(() => world.Merge(new Entity("account") { ["telephone1"] = "1" }));

        Assert.Contains($"merge {world.Subordinate.Id} into {world.Master.Id}", trace, StringComparison.Ordinal);
        Assert.Equal("42", world.Read(world.Master)["fax"]);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void Whether_merge_raises_updates_can_be_chosen(bool update, bool children)
    {
        MergeOptions options = new() { RaiseUpdate = update, RaiseUpdateOnChildren = children };
        using MergeWorld world = new(options);
        EntityReference order = world.Create("salesorder", ("name", "O"), ("customerid", world.Subordinate));
        world.Service.Execute(new FulfillSalesOrderRequest
        {
            OrderClose = new Entity("orderclose") { ["salesorderid"] = order },
            Status = new OptionSetValue(-1),
        });
        world.On("Update", "account", Stage.PostOperation, "EchoConfiguration", "account");
        world.On("Update", "salesorder", Stage.PostOperation, "EchoConfiguration", "order");

        string trace = world.Traced(() => world.Merge(new Entity("account") { ["telephone1"] = "1" }));

        Assert.Equal(update ? 3 : 1, trace.Split("| account|").Length);
        Assert.Equal(children, trace.Contains("| order|", StringComparison.Ordinal));
        Assert.Equal(world.Master, world.Lookup(order, "customerid"));
        Assert.Equal(true, world.Read(world.Subordinate)["merged"]);
        Assert.Equal("1", world.Read(world.Master)["telephone1"]);
    }

    [Fact]
    public void A_merged_lead_is_disqualified()
    {
        using MergeWorld world = new();
        EntityReference kept = world.Create("lead", ("subject", "Chairs"), ("lastname", "Ada"));
        EntityReference lost = world.Create("lead", ("subject", "Chairs"), ("lastname", "Ada"));

        world.Service.Execute(new MergeRequest { Target = kept, SubordinateId = lost.Id });

        Assert.Equal(2, ((OptionSetValue)world.Read(lost)["statecode"]).Value);
        Assert.Equal(kept, world.Lookup(lost, "masterid"));
    }

    [Fact]
    public void Contacts_are_merged_as_accounts_are()
    {
        using MergeWorld world = new();
        EntityReference kept = world.Create("contact", ("lastname", "Ada"));
        EntityReference lost = world.Create("contact", ("lastname", "Ada Lovelace"));
        EntityReference invoice = world.Create("invoice", ("name", "I"), ("customerid", lost));

        world.Service.Execute(new MergeRequest
        {
            Target = kept,
            SubordinateId = lost.Id,
            UpdateContent = new Entity("contact") { ["lastname"] = "Lovelace" },
        });

        Assert.Equal("Lovelace", world.Read(kept)["fullname"]);
        Assert.Equal(kept, world.Lookup(invoice, "customerid"));
        Assert.Equal(kept, world.Lookup(invoice, "contactid"));
    }
}
