using System;
using System.Linq;
using System.Text.Json;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Lifecycle;

/// <summary>crmx_ForgetCustomer and crmx_ExportCustomerData.</summary>
public sealed class ErasureScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L56")]
    public void Links_and_names_and_words_go_and_amounts_dates_and_numbers_stay(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference member = life.Earn(life.Kept, 100m);
        string customer = (string)life.Row(life.Kept)[table == "contact" ? "fullname" : "name"];
        Entity before = life.EntriesOf(member)[0];
        Words(life, member, customer);
        life.World.Dataverse.RunAsyncJobs();

        OrganizationResponse answer = life.Admin.Execute(Forget(life.Kept));

        Assert.Equal([1, 100], [(int)answer["Members"], (int)answer["ForfeitedPoints"]]);
        Entity after = life.EntriesOf(member)[0];
        Assert.All(
            ["crmx_points", "crmx_basisamount", "crmx_bookedon", "crmx_name", "crmx_hash", "crmx_breakdown"],
            fact => Assert.Equal(before[fact], after[fact]));
        Entity erased = life.Member(member);
        Assert.False(erased.Contains("crmx_customerid"));
        Assert.DoesNotContain(life.Kept.Id.ToString("N"), (string)erased["crmx_memberkey"]);
        Assert.Equal(4, LifecycleWorld.Number(erased, "crmx_lifecycle"));
        foreach (string own in new[] { Crmx.Member, "crmx_entrynote", "crmx_feedback", "crmx_approval" })
            foreach (Entity row in life.All(own))
                Assert.DoesNotContain(row.Attributes.Values, value => value is string text && text.Contains(customer));
        Assert.All(life.All("crmx_feedback"), row => Assert.False(row.Contains("crmx_customerid")));
        Assert.False(life.Row(life.Kept).Contains("crmx_pointsbalance"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L56")]
    public void The_balance_is_forfeited_with_an_entry_that_explains_the_liability(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference member = life.Earn(life.Kept, 100m);
        life.Earn(life.Doubled, 60m);
        decimal before = (decimal)life.Admin.Execute(Report(life))["OpenPoints"];

        life.Admin.Execute(Forget(life.Kept));
        life.Admin.Execute(Forget(life.Kept));

        Entity forfeit = life.EntriesOf(member)[^1];
        Assert.Equal(12, LifecycleWorld.Number(forfeit, "crmx_kind"));
        Assert.Equal(2, life.EntriesOf(member).Count);
        decimal after = (decimal)life.Admin.Execute(Report(life))["OpenPoints"];
        Assert.Equal(before, after - (int)forfeit["crmx_points"]);
        Assert.Equal(after, life.World.Entries().Sum(entry => (int)entry["crmx_points"]));
    }

    [Fact]
    [Trait("Rule", "L56")]
    public void A_forgotten_customer_is_not_enrolled_again()
    {
        using var life = new LifecycleWorld("contact");
        life.Earn(life.Kept, 100m);
        life.Admin.Execute(Forget(life.Kept));

        life.World.FulfilledOrder(life.Kept, 50m);

        Assert.Single(life.World.Members());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_customer_gets_everything_as_one_readable_document(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference member = life.Earn(life.Kept, 100m);
        life.Earn(life.Doubled, 60m);
        Words(life, member, "Frida \"F\" Öhlund");

        string data = (string)life.Admin.Execute(Export(life.Kept))["Data"];

        JsonElement root = JsonDocument.Parse(data).RootElement;
        Assert.Equal(life.Kept.Id.ToString("D"), root.GetProperty("id").GetString());
        JsonElement entry = Assert.Single(root.GetProperty("entries").EnumerateArray());
        Assert.Equal(100, entry.GetProperty("crmx_points").GetInt32());
        Assert.NotEqual("", entry.GetProperty("crmx_kind").GetProperty("label").GetString());
        Assert.Single(root.GetProperty("members").EnumerateArray());
        JsonElement note = Assert.Single(root.GetProperty("notes").EnumerateArray());
        Assert.Contains("Frida \"F\" Öhlund", note.GetProperty("crmx_text").GetString());
        Assert.Single(root.GetProperty("feedback").EnumerateArray());
    }

    [Fact]
    public void Erasure_needs_an_administrator_and_export_a_supervisor_and_each_one_customer()
    {
        using var life = new LifecycleWorld("contact");
        life.Earn(life.Kept, 100m);
        OrganizationRequest both = Forget(life.Kept);
        both["Account"] = new EntityReference("account", Guid.NewGuid());
        IOrganizationService german = life.German(LifecycleWorld.Administrator);

        LifecycleWorld.Refused("nicht beide", () => german.Execute(both));
        LifecycleWorld.Refused("nicht beide", () => german.Execute(new OrganizationRequest("crmx_ExportCustomerData")));
        life.OnlyWith(LifecycleWorld.Supervisor, "prvWritecrmx_ApiPermission", Export(life.Kept));
        life.OnlyWith(LifecycleWorld.Administrator, "prvDeletecrmx_ApiPermission", Forget(life.Kept));
    }

    private static void Words(LifecycleWorld life, EntityReference member, string about)
    {
        life.Admin.Create(new Entity("crmx_entrynote")
        {
            ["crmx_name"] = about,
            ["crmx_entryid"] = life.EntriesOf(member)[0].ToEntityReference(),
            ["crmx_text"] = about + " called",
        });
        life.Admin.Create(new Entity("crmx_feedback")
        {
            ["crmx_name"] = about,
            ["crmx_customerid"] = life.Kept,
            ["crmx_kind"] = new OptionSetValue(Crmx.FirstOption),
            ["crmx_comment"] = about + " is happy",
        });
        life.Admin.Create(new Entity("crmx_approval")
        {
            ["crmx_name"] = about,
            ["crmx_memberid"] = member,
            ["crmx_kind"] = new OptionSetValue(Crmx.FirstOption),
            ["crmx_comment"] = about,
            ["crmx_requestkey"] = "words",
        });
    }

    private static OrganizationRequest Forget(EntityReference customer) =>
        new("crmx_ForgetCustomer") { [Parameter(customer)] = customer };

    private static OrganizationRequest Export(EntityReference customer) =>
        new("crmx_ExportCustomerData") { [Parameter(customer)] = customer };

    private static OrganizationRequest Report(LifecycleWorld life) =>
        new("crmx_LiabilityReport") { ["Programme"] = life.Programme };

    private static string Parameter(EntityReference customer) =>
        customer.LogicalName == "contact" ? "Contact" : "Account";
}
