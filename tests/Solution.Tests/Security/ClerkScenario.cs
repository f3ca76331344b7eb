using System;
using System.Linq;
using System.ServiceModel;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Security;

/// <summary>A user with the shipped role "CrmExtensions Loyalty Clerk", who otherwise only reads customers.</summary>
public sealed class ClerkScenario : IDisposable
{
    private const int PrivilegeDenied = unchecked((int)0x80040220);

    private readonly LoyaltyWorld world = new();
    private readonly EntityReference customer;
    private readonly EntityReference member;
    private readonly IOrganizationService clerk;

    public ClerkScenario()
    {
        world.ProduceProgramme();
        customer = world.ProduceCustomer("account");
        world.FulfilledOrder(customer, 100m);
        member = world.MemberOf(customer).ToEntityReference();
        clerk = world.Dataverse.Connect(world.ProduceUser().Id);
    }

    public void Dispose()
    {
        world.AssertReplayEqualsBalance();
        world.Dispose();
    }

    [Theory]
    [InlineData(Crmx.Program)]
    [InlineData(Crmx.Member)]
    [InlineData(Crmx.Entry)]
    public void A_clerk_reads_programmes_members_and_entries(string table)
    {
        Entity row = Assert.Single(clerk.RetrieveMultiple(new QueryExpression(table)).Entities);

        Assert.Equal(row.Id, clerk.Retrieve(table, row.Id, new ColumnSet(true)).Id);
    }

    [Fact]
    public void A_clerk_neither_makes_nor_changes_nor_deletes_entries()
    {
        Entity entry = world.Entries().Single();

        Lacks("prvCreatecrmx_LoyaltyEntry", () => clerk.Create(new Entity(Crmx.Entry) { ["crmx_points"] = 1000 }));
        Lacks("prvWritecrmx_LoyaltyEntry", () => clerk.Update(
            new Entity(Crmx.Entry, entry.Id) { ["crmx_points"] = 1 }));
        Lacks("prvDeletecrmx_LoyaltyEntry", () => clerk.Delete(Crmx.Entry, entry.Id));
    }

    [Theory]
    [InlineData("crmx_balance")]
    [InlineData("crmx_sequence")]
    public void A_clerk_does_not_write_the_head_of_a_ledger(string column) =>
        Lacks("prvWritecrmx_LoyaltyMember", () => clerk.Update(
            new Entity(Crmx.Member, member.Id) { [column] = 1000 }));

    [Fact]
    public void A_clerk_does_not_write_the_balance_that_the_customers_row_shows() =>
        Lacks("prvWriteAccount", () => clerk.Update(
            new Entity(customer.LogicalName, customer.Id) { ["crmx_pointsbalance"] = 1000 }));

    [Fact]
    public void A_clerk_adjusts_points_with_the_role_and_is_told_what_is_missing_without()
    {
        IOrganizationService without = world.ProduceHolderOf("prvReadAccount", "prvReadcrmx_LoyaltyMember");

        Lacks("prvCreatecrmx_ApiPermission", () => without.Execute(Adjust()));
        Assert.Single(world.Entries());

        Assert.Equal(90, clerk.Execute(Adjust())["Balance"]);
    }

    [Fact]
    public void Entries_forged_with_every_privilege_are_still_refused_by_the_gate()
    {
        IOrganizationService mighty = world.ProduceHolderOf(
            "prvCreatecrmx_LoyaltyEntry", "prvReadcrmx_LoyaltyEntry", "prvWritecrmx_LoyaltyEntry",
            "prvDeletecrmx_LoyaltyEntry", "prvAppendcrmx_LoyaltyEntry", "prvAppendTocrmx_LoyaltyMember",
            "prvReadcrmx_LoyaltyMember", "prvWritecrmx_LoyaltyMember");
        Entity forged = new(Crmx.Entry)
        {
            ["crmx_memberid"] = member,
            ["crmx_points"] = 1000,
            ["crmx_sourcekey"] = "forged",
        };

        Assert.NotEqual(PrivilegeDenied, Refusal(() => mighty.Create(forged)).ErrorCode);
        Assert.NotEqual(PrivilegeDenied, Refusal(() => mighty.Update(
            new Entity(Crmx.Member, member.Id) { ["crmx_balance"] = 1000 })).ErrorCode);
        Assert.Single(world.Entries());
    }

    private OrganizationRequest Adjust() => new(Crmx.AdjustPoints)
    {
        ["Member"] = member,
        ["Points"] = -10,
        ["Reason"] = Crmx.FirstOption,
        ["RequestId"] = "ticket 4711",
    };

    private static void Lacks(string privilege, Action work)
    {
        OrganizationServiceFault fault = Refusal(work);
        Assert.Equal(PrivilegeDenied, fault.ErrorCode);
        Assert.Contains($"is missing {privilege} privilege", fault.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static OrganizationServiceFault Refusal(Action work) =>
        Assert.Throws<FaultException<OrganizationServiceFault>>(work).Detail;
}
