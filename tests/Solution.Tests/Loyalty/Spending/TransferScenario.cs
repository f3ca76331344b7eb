using System;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

public sealed class TransferScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L55")]
    public void Points_keep_their_dates_status_stays_and_both_sides_name_each_other(string table)
    {
        using var world = new SpendingWorld(
            table, 0,
            SpendingWorld.Setting("expirykind", new OptionSetValue(Crmx.FirstOption + 1)),
            SpendingWorld.Setting("expirymonths", 2));
        world.Adjust(300, "dated");
        EntityReference friend = world.Enrol(world.World.ProduceCustomer(table));
        object lastDay = world.Row(world.Member)["crmx_nextexpiryon"];
        world.World.Clock.Advance(TimeSpan.FromDays(10));
        OrganizationRequest request = Transferring(world.Member, friend, 120, "gift");

        OrganizationResponse moved = world.Admin.Execute(request);
        OrganizationResponse again = world.Admin.Execute(request);

        Assert.Equal(moved["EntryId"], again["EntryId"]);
        Assert.Equal(moved["ReceivingEntryId"], again["ReceivingEntryId"]);
        Assert.Equal(180, world.Balance);
        Assert.Equal(120, world.BalanceOf(friend));
        Assert.Equal(lastDay, world.Row(friend)["crmx_nextexpiryon"]);
        Entity given = world.Entry((Guid)moved["EntryId"]), got = world.Entry((Guid)moved["ReceivingEntryId"]);
        Assert.Equal(friend.Id.ToString("D"), given["crmx_originmemberid"]);
        Assert.Equal(world.Member.Id.ToString("D"), got["crmx_originmemberid"]);
        Assert.Equal(given["crmx_sourceid"], got["crmx_sourceid"]);
        Assert.All(new[] { given, got }, entry => Assert.Equal(0, entry.GetAttributeValue<int>("crmx_statuspoints")));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L55")]
    public void Transfers_and_their_points_are_limited_in_a_year(string table)
    {
        using var world = new SpendingWorld(
            table, 500,
            SpendingWorld.Setting("transfersperyear", 2), SpendingWorld.Setting("transferlimit", 150));
        EntityReference friend = world.Enrol(world.World.ProduceCustomer(table));
        world.Admin.Execute(Transferring(world.Member, friend, 100, "first"));

        Refused(world, "150 points in a year; 100", Transferring(world.Member, friend, 51, "too many points"));
        world.Admin.Execute(Transferring(world.Member, friend, 50, "second"));
        Refused(world, "2 times in a year", Transferring(world.Member, friend, 1, "third"));

        world.World.Clock.Advance(TimeSpan.FromDays(365));
        world.Admin.Execute(Transferring(world.Member, friend, 100, "next year"));
        Assert.Equal(250, world.BalanceOf(friend));
    }

    [Fact]
    [Trait("Rule", "L55")]
    public void Above_the_limit_a_transfer_waits_for_a_second_person()
    {
        using var world = new SpendingWorld("contact", 15_000, SpendingWorld.Setting("transferlimit", 50_000));
        EntityReference friend = world.Enrol(world.World.ProduceCustomer("account"));
        OrganizationResponse asked = world.Admin.Execute(Transferring(world.Member, friend, 10_001, "big"));
        Assert.Equal(0, world.BalanceOf(friend));

        world.Supervisor().Execute(new OrganizationRequest("crmx_DecideApproval")
        {
            ["Approval"] = new EntityReference("crmx_approval", (Guid)asked["ApprovalId"]),
            ["Approve"] = true,
        });

        Assert.Equal(4_999, world.Balance);
        Assert.Equal(10_001, world.BalanceOf(friend));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L55")]
    public void The_limit_of_transfers_is_its_own_environment_variable(string table)
    {
        using var world = new SpendingWorld(table, 500);
        EntityReference friend = world.Enrol(world.World.ProduceCustomer(table));
        SetVariable(world, "crmx_AdjustmentLimit", "1");
        SetVariable(world, "crmx_TransferApprovalLimit", "50");

        OrganizationResponse moved = world.Admin.Execute(Transferring(world.Member, friend, 50, "small"));
        OrganizationResponse asked = world.Admin.Execute(Transferring(world.Member, friend, 51, "big"));

        Assert.Equal(Guid.Empty, moved["ApprovalId"]);
        Assert.NotEqual(Guid.Empty, asked["ApprovalId"]);
        Assert.Equal(50, world.BalanceOf(friend));
    }

    private static void SetVariable(SpendingWorld world, string name, string value) =>
        world.Admin.Create(new Entity("environmentvariablevalue")
        {
            ["environmentvariabledefinitionid"] = world.All("environmentvariabledefinition")
                .Single(row => (string)row["schemaname"] == name)
                .ToEntityReference(),
            ["value"] = value,
        });

    [Fact]
    public void Each_wrong_transfer_is_refused_with_its_remedy()
    {
        using var world = new SpendingWorld("account", 100);
        EntityReference friend = world.Enrol(world.World.ProduceCustomer("contact"));

        Refused(world, "two different", Transferring(world.Member, world.Member, 10, "a"));
        Refused(world, "above 0", Transferring(world.Member, friend, 0, "a"));
        Refused(world, "100 points can be spent now; 101", Transferring(world.Member, friend, 101, "a"));
        world.OnlyWith("prvWritecrmx_ApiPermission", Transferring(world.Member, friend, 1, "a"));
        Assert.Contains("zwei verschiedene", world.GermanRefusal(Transferring(friend, friend, 1, "a")));
        Assert.Equal(0, world.BalanceOf(friend));
    }

    private static void Refused(SpendingWorld world, string text, OrganizationRequest request) =>
        Assert.Contains(text, SpendingWorld.Refusal(() => world.Admin.Execute(request)));

    private static OrganizationRequest Transferring(
        EntityReference from, EntityReference to, int points, string requestId) => new("crmx_TransferPoints")
        {
            ["From"] = from,
            ["To"] = to,
            ["Points"] = points,
            ["RequestId"] = requestId,
        };
}
