using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty.Earning;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static CrmExtensions.Solution.Tests.Loyalty.Earning.EarningFacts;

namespace CrmExtensions.Solution.Tests.Lifecycle;

/// <summary>Nothing brings points back to whom we have forgotten, and no document waits for that.</summary>
public sealed class ErasedMemberScenario
{
    [Theory]
    [InlineData("account", 1)]
    [InlineData("contact", 1)]
    [InlineData("account", 2)]
    [InlineData("contact", 2)]
    [Trait("Rule", "L56")]
    public void A_document_that_changes_its_state_moves_no_points_of_an_erased_member(string table, int policy)
    {
        using var life = new LifecycleWorld(
            table, true, Set("milestone", Option(1)), Set("negativepolicy", Option(policy)));
        EntityReference paid = life.World.ProduceInvoice(life.Kept, 100m);
        life.World.Pay(paid);
        EntityReference reopened = life.World.ProduceInvoice(life.Kept, 50m);
        life.World.Pay(reopened);
        life.World.Reopen(reopened);
        life.Admin.Execute(Forget(life.Kept));
        int before = life.World.Entries().Count;

        string traced = life.World.Dataverse.Trace(() => life.World.Pay(reopened)).Render(withLines: true);
        life.World.Reopen(paid);
        life.World.CancelInvoice(paid);

        Assert.Contains("erased", traced);
        Assert.Equal(before, life.World.Entries().Count);
        Assert.Equal(0, Assert.Single(life.World.Members())["crmx_balance"]);
        Entity row = life.Admin.Retrieve("invoice", reopened.Id, new ColumnSet("statecode"));
        Assert.Equal(new OptionSetValue(2), row["statecode"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L56")]
    public void A_used_voucher_of_an_erased_member_comes_back_to_nobody(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference member = life.Earn(life.Kept, 500m);
        var redemption = new EntityReference("crmx_redemption", (System.Guid)life.Admin.Execute(
            new OrganizationRequest("crmx_ReservePoints")
            {
                ["Member"] = member,
                ["Points"] = 200,
                ["RequestId"] = "v",
            })["RedemptionId"]);
        life.Admin.Execute(new OrganizationRequest("crmx_CommitRedemption") { ["Redemption"] = redemption });
        life.Admin.Execute(Forget(life.Kept));
        int before = life.World.Entries().Count;

        life.Admin.Execute(new OrganizationRequest("crmx_ReverseRedemption") { ["Redemption"] = redemption });

        Assert.Equal(before, life.World.Entries().Count);
        Assert.Equal(0, life.Member(member)["crmx_balance"]);
        Assert.Equal(3, LifecycleWorld.Number(life.Row(redemption), "crmx_state"));
    }

    private static OrganizationRequest Forget(EntityReference customer) =>
        new("crmx_ForgetCustomer") { [customer.LogicalName == "contact" ? "Contact" : "Account"] = customer };
}
