using System.Linq;
using CrmExtensions.Solution.Tests.Lifecycle;
using CrmExtensions.Solution.Tests.Loyalty.Earning;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using static CrmExtensions.Solution.Tests.Loyalty.Earning.EarningFacts;

namespace CrmExtensions.Solution.Tests.Attacks;

/// <summary>Somebody wrote past the ledger: no document waits for the repair, and everybody sees it is due.</summary>
public sealed class DamagedLedgerScenario
{
    private const string Finding = "crmx_healthfinding";

    [Theory]
    [InlineData("account", "crmx_openlots", "nonsense")]
    [InlineData("contact", "crmx_statusbuckets", "nonsense")]
    [InlineData("account", "crmx_balance", 135)]
    [InlineData("contact", "crmx_balance", 135)]
    public void An_order_of_a_damaged_member_is_fulfilled_and_the_member_becomes_one_finding(
        string table, string column, object value)
    {
        using var life = new LifecycleWorld(table);
        EntityReference member = life.Earn(life.Kept, 100m);
        object before = life.Member(member)[column];
        Write(life, new Entity(Crmx.Member, member.Id) { [column] = value });

        EntityReference order = life.World.FulfilledOrder(life.Kept, 50m);
        life.World.FulfilledOrder(life.Kept, 25m);

        Entity row = life.Admin.Retrieve(order.LogicalName, order.Id, new ColumnSet("statecode"));
        Assert.Equal(new OptionSetValue(3), row["statecode"]);
        Assert.Single(life.World.Entries());
        Entity finding = Assert.Single(life.All(Finding));
        Assert.Equal("ledger-unreadable", finding["crmx_code"]);
        Assert.Equal(member.Id.ToString("D"), finding["crmx_subjectid"]);
        LifecycleWorld.Refused("administrator verifies and repairs", () => life.World.Adjust(life.Kept, 5));

        Write(life, new Entity(Crmx.Member, member.Id) { [column] = before });
        life.Admin.Execute(new OrganizationRequest("crmx_VerifyLedger") { ["Member"] = member });
        Assert.True(Assert.Single(life.All(Finding)).Contains("crmx_resolvedon"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void Neither_do_an_invoice_that_is_reopened_a_credit_note_and_a_merged_customer_wait(string table)
    {
        using var life = new LifecycleWorld(table, false, Set("milestone", Option(1)));
        EntityReference invoice = life.World.ProduceInvoice(life.Kept, 100m);
        life.World.Pay(invoice);
        life.World.Pay(life.World.ProduceInvoice(life.Doubled, 30m));
        EntityReference member = life.World.MemberOf(life.Kept).ToEntityReference();
        object before = life.Member(member)["crmx_openlots"];
        Write(life, new Entity(Crmx.Member, member.Id) { ["crmx_openlots"] = "nonsense" });

        life.World.Reopen(invoice);
        life.World.Pay(invoice);
        EntityReference credit = life.World.ProduceInvoice(life.Kept);
        life.World.AddLine(credit, life.World.ProduceProduct(), 15m, -2);
        life.World.Pay(credit);
        life.MergeCustomers();
        life.World.Pay(life.World.ProduceInvoice(life.Kept, 10m));

        Assert.Equal(2, life.World.Entries().Count);
        Assert.Single(life.All(Finding));
        Write(life, new Entity(Crmx.Member, member.Id) { ["crmx_openlots"] = before });
    }

    [Theory]
    [InlineData("crmx_allocation", "account")]
    [InlineData("crmx_breakdown", "contact")]
    [Trait("Rule", "L39")]
    public void An_entry_whose_text_cannot_be_read_counts_nowhere_as_empty(string column, string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference order = life.World.FulfilledOrder(life.Kept, 100m);
        EntityReference member = life.World.MemberOf(life.Kept).ToEntityReference();
        Entity earned = life.EntriesOf(member)[0];
        Write(life, new Entity(Crmx.Entry, earned.Id) { [column] = "nonsense" });
        var giveBack = new OrganizationRequest("crmx_ReturnPoints")
        {
            ["DocumentTable"] = order.LogicalName,
            ["DocumentId"] = order.Id,
            ["RequestId"] = "r",
        };

        LifecycleWorld.Refused("do not agree with its ledger", () => life.Admin.Execute(giveBack));
        life.World.SetState(order, 0, 1);
        OrganizationResponse verified = life.Admin.Execute(
            new OrganizationRequest("crmx_VerifyLedger") { ["Member"] = member });

        Assert.Equal(1, verified["Differences"]);
        Assert.Contains(column == "crmx_allocation" ? "UnreadableEntry" : "ChangedEntry", (string)verified["Result"]);
        Assert.Single(life.World.Entries());
        Assert.Contains(life.All(Finding), row => row["crmx_code"].Equals("ledger-unreadable"));
        Write(life, new Entity(Crmx.Entry, earned.Id) { [column] = earned.GetAttributeValue<string>(column) });
    }

    /// <summary>As an administrator does who bypasses all logic.</summary>
    private static void Write(LifecycleWorld life, Entity change) => life.Admin.Execute(new UpdateRequest
    {
        Target = change,
        Parameters = { ["BypassCustomPluginExecution"] = true },
    });
}
