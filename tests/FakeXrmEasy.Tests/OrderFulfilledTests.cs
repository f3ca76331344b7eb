using System;
using System.Linq;
using CrmExtensions.Plugins.Loyalty;
using FakeXrmEasy;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.SecondOpinion.Tests;

/// <summary>
/// The award on a platform that somebody else imitates. FakeXrmEasy runs one plugin at a time here, without steps on
/// what it writes, so an entry shows what the award asked for, not what the gate made of it.
/// </summary>
public sealed class OrderFulfilledTests
{
    private const int Fulfilled = 3;
    private static readonly Guid Programme = Guid.Parse("10000000-0000-0000-0000-000000000001");
    private static readonly Guid Account = Guid.Parse("20000000-0000-0000-0000-000000000001");
    private static readonly Guid Order = Guid.Parse("30000000-0000-0000-0000-000000000001");

    private readonly XrmFakedContext _platform = new();

    [Fact]
    public void A_row_reads_back_as_it_was_created()
    {
        var service = _platform.GetOrganizationService();
        var id = service.Create(new Entity("account") { ["name"] = "Contoso", ["creditlimit"] = new Money(12.5m) });
        var row = service.Retrieve("account", id, new ColumnSet("name", "creditlimit"));
        Assert.Equal("Contoso", row["name"]);
        Assert.Equal(new Money(12.5m), row["creditlimit"]);
    }

    [Fact]
    public void A_fulfilled_order_enrols_its_customer_and_asks_for_an_entry_of_its_net_amount()
    {
        _platform.Initialize([ProgrammeRow(), AccountRow(), LineRow(120.50m)]);
        Fulfil(OrderRow(Fulfilled, 120.50m));
        var member = Assert.Single(Rows("crmx_loyaltymember"));
        var entry = Assert.Single(Rows("crmx_loyaltyentry"));
        Assert.Equal(Account, member.GetAttributeValue<EntityReference>("crmx_customerid").Id);
        Assert.Equal(member.Id, entry.GetAttributeValue<EntityReference>("crmx_memberid").Id);
        Assert.Equal(120, entry["crmx_points"]);
        Assert.Equal(120.50m, entry["crmx_basisamount"]);
    }

    [Fact]
    public void The_same_order_earns_once()
    {
        _platform.Initialize([ProgrammeRow(), AccountRow(), LineRow(120.50m)]);
        Fulfil(OrderRow(Fulfilled, 120.50m));
        Fulfil(OrderRow(Fulfilled, 120.50m));
        Assert.Single(Rows("crmx_loyaltyentry"));
        Assert.Single(Rows("crmx_loyaltymember"));
    }

    [Fact]
    public void An_order_that_is_not_fulfilled_earns_nothing()
    {
        _platform.Initialize([ProgrammeRow(), AccountRow(), LineRow(120.50m)]);
        Fulfil(OrderRow(state: 0, 120.50m));
        Assert.Empty(Rows("crmx_loyaltyentry"));
    }

    [Fact]
    public void An_excluded_customer_earns_nothing_and_is_not_enrolled()
    {
        var account = AccountRow();
        account["crmx_loyaltyexcluded"] = true;
        _platform.Initialize([ProgrammeRow(), account, LineRow(120.50m)]);
        Fulfil(OrderRow(Fulfilled, 120.50m));
        Assert.Empty(Rows("crmx_loyaltyentry"));
        Assert.Empty(Rows("crmx_loyaltymember"));
    }

    [Fact]
    public void Without_a_programme_fulfilling_an_order_is_not_blocked()
    {
        _platform.Initialize([AccountRow(), LineRow(120.50m)]);
        Fulfil(OrderRow(Fulfilled, 120.50m));
        Assert.Empty(Rows("crmx_loyaltyentry"));
    }

    [Fact]
    public void An_entry_that_does_not_come_from_the_ledger_is_refused_at_the_gate()
    {
        var create = _platform.GetDefaultPluginContext();
        create.MessageName = "Create";
        create.Stage = 20;
        create.InputParameters["Target"] = new Entity("crmx_loyaltyentry") { ["crmx_points"] = 1000 };
        Assert.Throws<InvalidPluginExecutionException>(() => _platform.ExecutePluginWith<AcceptLedgerEntry>(create));
    }

    private void Fulfil(Entity order)
    {
        var update = _platform.GetDefaultPluginContext();
        update.MessageName = "Update";
        update.Stage = 40;
        update.OperationCreatedOn = new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
        update.InputParameters["Target"] = new Entity("salesorder", Order) { ["statecode"] = order["statecode"] };
        update.PostEntityImages["PostImage"] = order;
        _platform.ExecutePluginWith<AwardPointsOnOrderFulfilled>(update);
    }

    private Entity[] Rows(string table) => _platform.CreateQuery(table).ToArray();

    private static Entity ProgrammeRow() => new("crmx_loyaltyprogram", Programme)
    {
        ["crmx_name"] = "Points",
        ["crmx_basis"] = new OptionSetValue(884320000),
        ["crmx_milestone"] = new OptionSetValue(884320000),
        ["crmx_pointsperstep"] = 1,
        ["crmx_stepamount"] = 1m,
        ["crmx_ispaused"] = false,
        ["crmx_autoenrol"] = true,
        ["statecode"] = new OptionSetValue(0),
    };

    private static Entity AccountRow() => new("account", Account) { ["name"] = "Contoso" };

    private static Entity LineRow(decimal net) => new("salesorderdetail", Guid.NewGuid())
    {
        ["salesorderid"] = new EntityReference("salesorder", Order),
        ["extendedamount_base"] = new Money(net),
        ["tax_base"] = new Money(0m),
    };

    private static Entity OrderRow(int state, decimal net) => new("salesorder", Order)
    {
        ["ordernumber"] = "SO-1",
        ["customerid"] = new EntityReference("account", Account),
        ["statecode"] = new OptionSetValue(state),
        ["totalamountlessfreight_base"] = new Money(net),
        ["freightamount_base"] = new Money(0m),
        ["totalamount_base"] = new Money(net),
    };
}
