using System;
using System.Text.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Solution.Tests.Lifecycle;

/// <summary>crmx_VerifyLedger, crmx_RepairLedger and crmx_ConfirmRepair.</summary>
public sealed class VerificationScenario
{
    private const string ForgedStatus = """{"v":1,"months":[{"month":"2020-01","points":9,"orders":1}]}""";
    private const string Finding = "crmx_healthfinding";

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L39")]
    public void A_sound_ledger_is_balance_and_replay_and_sum_of_lots_and_leaves_no_finding(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference member = life.Earn(life.Kept, 100m);

        OrganizationResponse answer = life.Admin.Execute(Verify(member));

        Assert.Equal(0, answer["Differences"]);
        JsonElement result = Single(answer);
        Assert.Equal("None", result.GetProperty("fault").GetString());
        Assert.All(
            ["expectedBalance", "balance", "expectedLots", "lots"],
            figure => Assert.Equal(100, result.GetProperty(figure).GetInt32()));
        Assert.Empty(life.All(Finding));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L39")]
    public void A_difference_becomes_one_open_finding_and_is_never_overwritten(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference member = life.Earn(life.Kept, 100m);
        Tamper(life, new Entity(Crmx.Member, member.Id) { ["crmx_balance"] = 135 });

        life.Admin.Execute(Verify(member));
        OrganizationResponse answer = life.Admin.Execute(Verify(member));

        JsonElement result = Single(answer);
        Assert.Equal("HeadDiffers", result.GetProperty("fault").GetString());
        Assert.Equal(100, result.GetProperty("expectedBalance").GetInt32());
        Assert.Equal(135, result.GetProperty("balance").GetInt32());
        Assert.Equal("ledger-differs", Assert.Single(life.All(Finding))["crmx_code"]);
        Assert.Equal(135, life.Member(member)["crmx_balance"]);
        Tamper(life, new Entity(Crmx.Member, member.Id) { ["crmx_balance"] = 100 });

        life.Admin.Execute(Verify(member));
        Assert.True(Assert.Single(life.All(Finding)).Contains("crmx_resolvedon"));
    }

    [Theory]
    [InlineData("crmx_points", 5)]
    [InlineData("crmx_previoushash", "x")]
    [InlineData("crmx_documentnumber", "x")]
    public void The_first_entry_that_was_changed_is_named_and_no_repair_is_offered(string column, object value)
    {
        using var life = new LifecycleWorld("account");
        life.Earn(life.Kept, 100m);
        EntityReference member = life.Earn(life.Kept, 50m);
        object before = life.World.Entries()[1].GetAttributeValue<object>(column);
        Tamper(life, new Entity(Crmx.Entry, life.World.Entries()[1].Id) { [column] = value });

        JsonElement result = Single(life.Admin.Execute(Verify(member)));

        Assert.Equal(2, result.GetProperty("entry").GetInt32());
        LifecycleWorld.Refused("Entry 2 was changed", () => life.Admin.Execute(Prepare(member, "r")));
        Tamper(life, new Entity(Crmx.Entry, life.World.Entries()[1].Id) { [column] = before });
    }

    [Theory]
    [InlineData("crmx_openlots", "nonsense", "LotsDiffer")]
    [InlineData("crmx_statusbuckets", ForgedStatus, "StatusDiffers")]
    public void Lots_and_status_months_are_proven_too_and_restored(string column, string text, string fault)
    {
        using var life = new LifecycleWorld("contact");
        EntityReference member = life.Earn(life.Kept, 100m);
        Tamper(life, new Entity(Crmx.Member, member.Id) { [column] = text });

        JsonElement result = Single(life.Admin.Execute(Verify(member)));
        Assert.Equal(fault, result.GetProperty("fault").GetString());
        Repair(life, member, keepsBalance: false);

        Assert.Equal(0, life.Admin.Execute(Verify(member))["Differences"]);
    }

    [Theory]
    [InlineData("account", true, 135)]
    [InlineData("contact", true, 135)]
    [InlineData("account", false, 100)]
    [InlineData("contact", false, 100)]
    [Trait("Rule", "L39")]
    public void A_second_person_confirms_a_repair_which_is_an_entry(string table, bool keepsBalance, int balance)
    {
        using var life = new LifecycleWorld(table);
        EntityReference member = life.Earn(life.Kept, 100m);
        Tamper(life, new Entity(Crmx.Member, member.Id) { ["crmx_balance"] = 135 });

        OrganizationRequest again = Repair(life, member, keepsBalance);

        Entity entry = life.EntriesOf(member)[1];
        Assert.Equal(16, LifecycleWorld.Number(entry, "crmx_kind"));
        Assert.Equal(balance - 100, entry["crmx_points"]);
        Assert.Contains("HeadDiffers", (string)entry["crmx_breakdown"]);
        Assert.Equal(balance, life.Member(member)["crmx_balance"]);
        Assert.Equal(0, life.Admin.Execute(Verify(member))["Differences"]);
        Assert.True(Assert.Single(life.All(Finding)).Contains("crmx_resolvedon"));
        LifecycleWorld.Refused("decided already", () => life.Admin.Execute(again));
    }

    [Fact]
    [Trait("Rule", "L39")]
    public void Nobody_confirms_what_he_prepared_and_nothing_that_has_changed_since()
    {
        using var life = new LifecycleWorld("account");
        EntityReference member = life.Earn(life.Kept, 100m);
        LifecycleWorld.Refused("nothing to repair", () => life.Admin.Execute(Prepare(member, "r")));
        Tamper(life, new Entity(Crmx.Member, member.Id) { ["crmx_balance"] = 135 });
        IOrganizationService preparing = life.German(LifecycleWorld.Administrator);
        OrganizationRequest confirm = Confirm(preparing.Execute(Prepare(member, "r")), keepsBalance: true);
        Assert.Equal(
            ((EntityReference)confirm["Approval"]).Id, preparing.Execute(Prepare(member, "r"))["Approval"]);

        LifecycleWorld.Refused("kann sie nicht bestätigen", () => preparing.Execute(confirm));
        Tamper(life, new Entity(Crmx.Member, member.Id) { ["crmx_balance"] = 140 });
        LifecycleWorld.Refused("has changed since", () => life.Admin.Execute(confirm));
        Tamper(life, new Entity(Crmx.Member, member.Id) { ["crmx_balance"] = 135 });

        life.OnlyWith(LifecycleWorld.Administrator, "prvDeletecrmx_ApiPermission", confirm);
    }

    [Fact]
    public void All_members_are_verified_page_by_page()
    {
        using var life = new LifecycleWorld("contact");
        life.Earn(life.Kept, 1m);
        life.Earn(life.Doubled, 2m);
        EntityReference third = life.Earn(life.World.ProduceCustomer("contact"), 3m);
        Tamper(life, new Entity(Crmx.Member, third.Id) { ["crmx_sequence"] = 7 });

        int verified = 0;
        int differences = 0;
        string cursor = "";
        do
        {
            OrganizationResponse page = life.Admin.Execute(
                new OrganizationRequest("crmx_VerifyLedger") { ["Cursor"] = cursor, ["Count"] = 2 });
            verified += (int)page["Verified"];
            differences += (int)page["Differences"];
            cursor = (string)page["NextCursor"];
        }
        while (cursor.Length > 0);

        Assert.Equal([3, 1], [verified, differences]);
        life.OnlyWith(LifecycleWorld.Supervisor, "prvWritecrmx_ApiPermission", Verify(third));
        LifecycleWorld.Refused("gibt es nicht", () => life.German(LifecycleWorld.Supervisor)
            .Execute(Verify(new EntityReference(Crmx.Member, Guid.NewGuid()))));
        Tamper(life, new Entity(Crmx.Member, third.Id) { ["crmx_sequence"] = 1 });
    }

    private static OrganizationRequest Repair(LifecycleWorld life, EntityReference member, bool keepsBalance)
    {
        IOrganizationService preparing = life.UserWith(LifecycleWorld.Administrator);
        OrganizationRequest confirm = Confirm(preparing.Execute(Prepare(member, "repair")), keepsBalance);
        life.Admin.Execute(confirm);
        return confirm;
    }

    private static JsonElement Single(OrganizationResponse answer) =>
        Assert.Single(JsonDocument.Parse((string)answer["Result"]).RootElement.EnumerateArray());

    /// <summary>As an administrator does who bypasses all logic.</summary>
    private static void Tamper(LifecycleWorld life, Entity change) => life.Admin.Execute(new UpdateRequest
    {
        Target = change,
        Parameters = { ["BypassCustomPluginExecution"] = true },
    });

    private static OrganizationRequest Verify(EntityReference member) =>
        new("crmx_VerifyLedger") { ["Member"] = member };

    private static OrganizationRequest Prepare(EntityReference member, string request) =>
        new("crmx_RepairLedger") { ["Member"] = member, ["RequestId"] = request };

    private static OrganizationRequest Confirm(OrganizationResponse prepared, bool keepsBalance) =>
        new("crmx_ConfirmRepair")
        {
            ["Approval"] = new EntityReference("crmx_approval", (Guid)prepared["Approval"]),
            ["KeepBalance"] = keepsBalance,
            ["Comment"] = "checked with the export",
        };
}
