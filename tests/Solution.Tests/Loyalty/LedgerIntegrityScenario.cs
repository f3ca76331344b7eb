using System;
using System.Linq;
using System.ServiceModel;
using CrmExtensions.Domain.Loyalty;
using Dataverse.Local;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Solution.Tests.Loyalty;

/// <summary>Nobody forges, changes or removes points, a system administrator with the API included.</summary>
public sealed class LedgerIntegrityScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void An_entry_that_did_not_come_from_the_ledger_is_refused(string table)
    {
        using LoyaltyWorld world = Earned(table, out EntityReference customer);
        Entity forged = Forged(world, customer);

        Refused(world, "cannot be created directly", () => world.Admin.Create(forged));
        Refused(world, "cannot be created directly", () => world.Admin.Execute(new UpsertRequest { Target = forged }));
        Refused(world, "cannot be created directly", () => world.Admin.Execute(new CreateMultipleRequest
        {
            Targets = new EntityCollection([forged]) { EntityName = Crmx.Entry },
        }));
    }

    [Theory]
    [InlineData("crmx_points", 1_000_000)]
    [InlineData("crmx_balanceafter", 1_000_000)]
    [InlineData("crmx_sequence", 7)]
    [InlineData("crmx_name", "other")]
    [InlineData("crmx_sourcekey", "other")]
    [InlineData("crmx_sourcetable", "other")]
    [InlineData("crmx_sourceid", "other")]
    [InlineData("crmx_breakdown", "{}")]
    [InlineData("crmx_hash", "other")]
    [InlineData("crmx_previoushash", "other")]
    public void A_fact_of_an_entry_cannot_be_changed(string column, object value) => CannotChange(column, value);

    [Fact]
    public void Neither_can_the_facts_that_are_no_text_and_no_number()
    {
        CannotChange("crmx_kind", new OptionSetValue(Crmx.FirstOption + 1));
        CannotChange("crmx_basis", new OptionSetValue(Crmx.FirstOption + 1));
        CannotChange("crmx_reason", new OptionSetValue(Crmx.FirstOption));
        CannotChange("crmx_basisamount", 1m);
        CannotChange("crmx_bookedon", new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        CannotChange("crmx_memberid", new EntityReference(Crmx.Member, Guid.NewGuid()));
        CannotChange("crmx_originatorid", new EntityReference("systemuser", Guid.NewGuid()));
        CannotChange("statecode", new OptionSetValue(1));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void Entries_and_members_with_entries_cannot_be_deleted(string table)
    {
        using LoyaltyWorld world = Earned(table, out EntityReference customer);

        Refused(world, "cannot be changed or deleted", () => world.Admin.Delete(Crmx.Entry, world.Entries()[0].Id));
        Assert.ThrowsAny<FaultException>(() => world.Admin.Delete(Crmx.Member, world.MemberOf(customer).Id));

        Assert.Single(world.Entries());
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public void Owner_of_an_entry_stays_changeable()
    {
        using LoyaltyWorld world = Earned("account", out _);
        EntityReference user = world.ProduceUser();

        world.Admin.Execute(new AssignRequest { Target = world.Entries()[0].ToEntityReference(), Assignee = user });

        Assert.Equal(user, world.Entries()[0]["ownerid"]);
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public void A_plugin_of_somebody_else_cannot_forge_either()
    {
        using LoyaltyWorld world = Earned("account", out EntityReference customer);
        world.RegisterForeignStep("Update", "account");
        var provoked = new Entity(customer.LogicalName, customer.Id) { ["description"] = "provoke" };

        Refused(world, "cannot be created directly", () => world.Admin.Update(provoked));
    }

    [Fact]
    public void Not_even_one_that_runs_while_our_own_code_is_posting()
    {
        using LoyaltyWorld world = Earned("account", out EntityReference customer);
        EntityReference order = world.ProduceOrder(customer, 10m);
        world.RegisterForeignStep("Create", Crmx.Entry);

        Refused(world, "cannot be created directly", () => world.Fulfil(order));
    }

    [Theory]
    [InlineData("crmx_balance", 1_000_000)]
    [InlineData("crmx_sequence", 0)]
    [InlineData("crmx_lasthash", LedgerHash.Genesis)]
    [InlineData("crmx_memberkey", "other")]
    public void The_head_of_a_member_moves_with_its_ledger_only(string column, object value)
    {
        using LoyaltyWorld world = Earned("contact", out EntityReference customer);
        var change = new Entity(Crmx.Member, world.MemberOf(customer).Id) { [column] = value };

        Refused(world, "kept by its ledger", () => world.Admin.Update(change));
        Refused(world, "kept by its ledger", () => world.Admin.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection([change]) { EntityName = Crmx.Member },
        }));
    }

    [Fact]
    public void A_member_made_by_hand_starts_at_zero_under_its_own_key()
    {
        using var world = new LoyaltyWorld();
        EntityReference programme = world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer("account");
        var member = new Entity(Crmx.Member)
        {
            ["crmx_name"] = "By hand",
            ["crmx_programid"] = programme,
            ["crmx_customerid"] = customer,
            ["crmx_memberkey"] = "wrong",
        };
        var rich = new Entity(Crmx.Member) { ["crmx_balance"] = 1000 };
        rich.Attributes.AddRange(member.Attributes);

        var lonely = new Entity(Crmx.Member) { ["crmx_name"] = "By hand", ["crmx_programid"] = programme };

        Refused(world, "starts with a balance of 0", () => world.Admin.Create(rich));
        Refused(world, "Choose the programme and the customer", () => world.Admin.Create(lonely));
        world.Admin.Create(member);

        string key = new MemberKey(programme.Id, customer.Id).ToString();
        Assert.Equal(key, world.MemberOf(customer)["crmx_memberkey"]);
        Assert.ThrowsAny<FaultException>(() => world.Admin.Create(member));
        world.FulfilledOrder(customer, 10m);
        Assert.Single(world.Members());
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData(1031, "weder geändert noch gelöscht")]
    [InlineData(3079, "weder geändert noch gelöscht")]
    [InlineData(1033, "cannot be changed or deleted")]
    [InlineData(1036, "cannot be changed or deleted")]
    public void A_refusal_speaks_the_language_of_whoever_asked(int language, string words)
    {
        using LoyaltyWorld world = Earned("account", out _);
        world.Dataverse.AddRole(
            "Vandal", PrivilegeDepth.Global, "prvReadcrmx_LoyaltyEntry", "prvDeletecrmx_LoyaltyEntry");
        EntityReference vandal = world.ProduceUser("Vandal");
        world.SetLanguage(vandal, language);
        IOrganizationService user = world.Dataverse.Connect(vandal.Id);

        Refused(world, words, () => user.Delete(Crmx.Entry, world.Entries()[0].Id));
    }

    [Fact]
    public void Without_a_choice_of_their_own_users_read_the_base_language()
    {
        using var german = new LoyaltyWorld(new LocalDataverseOptions { Languages = [1031, 1033] });
        german.ProduceProgramme();
        german.FulfilledOrder(german.ProduceCustomer("account"), 10m);

        Guid entry = german.Entries()[0].Id;
        Refused(german, "weder geändert noch gelöscht", () => german.Admin.Delete(Crmx.Entry, entry));
    }

    private static void CannotChange(string column, object value)
    {
        using LoyaltyWorld world = Earned("account", out _);
        var change = new Entity(Crmx.Entry, world.Entries()[0].Id) { [column] = value };

        Refused(world, "cannot be changed or deleted", () => world.Admin.Update(change));
        Refused(world, "cannot be changed or deleted", () => world.Admin.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection([change]) { EntityName = Crmx.Entry },
        }));
    }

    private static void Refused(LoyaltyWorld world, string words, Action forbidden)
    {
        string[] before = world.Entries().Select(entry => (string)entry["crmx_hash"]).ToArray();

        FaultException<OrganizationServiceFault> fault =
            Assert.Throws<FaultException<OrganizationServiceFault>>(forbidden);

        Assert.Contains(words, fault.Message);
        Assert.Equal(before, world.Entries().Select(entry => (string)entry["crmx_hash"]));
        world.AssertReplayEqualsBalance();
    }

    private static LoyaltyWorld Earned(string table, out EntityReference customer)
    {
        var world = new LoyaltyWorld();
        world.ProduceProgramme();
        customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        return world;
    }

    /// <summary>Everything right, hashes included; only its origin is wrong.</summary>
    private static Entity Forged(LoyaltyWorld world, EntityReference customer)
    {
        Entity member = world.MemberOf(customer);
        Entity real = world.Entries()[0];
        Assert.True(SourceKey.TryParse((string)real["crmx_sourcekey"], out SourceKey key));
        var other = new SourceKey(key.ProgrammeId, member.Id, EntryKind.Earn, Guid.NewGuid());
        var forged = new Entity(Crmx.Entry) { ["crmx_sourcekey"] = other.ToString(), ["crmx_sourceid"] = "forged" };
        string[] copied =
        [
            "crmx_name", "crmx_memberid", "crmx_kind", "crmx_points", "crmx_bookedon", "crmx_originatorid",
            "crmx_basis", "crmx_basisamount", "crmx_breakdown",
        ];
        foreach (string column in copied) forged[column] = real[column];
        return forged;
    }
}
