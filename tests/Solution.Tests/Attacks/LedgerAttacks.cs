using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.ServiceModel;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Solution.Tests.Loyalty;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Solution.Tests.Attacks;

/// <summary>The administrator as an adversary with the whole API at hand; the ledger stays what it was.</summary>
public sealed class LedgerAttacks : IDisposable
{
    private readonly LoyaltyWorld world = new();
    private readonly EntityReference customer;
    private readonly Entity entry;
    private readonly string before;

    public LedgerAttacks()
    {
        world.ProduceProgramme();
        customer = world.ProduceCustomer("account");
        world.FulfilledOrder(customer, 100m);
        entry = world.Entries()[0];
        before = Ledger();
    }

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData(Crmx.Entry, "CRMX_POINTS")]
    [InlineData(Crmx.Entry, "crmx_Points")]
    [InlineData("CRMX_LOYALTYENTRY", "crmx_points")]
    [InlineData("crmx_LoyaltyEntry", "crmx_points")]
    public void Names_in_other_letters_do_not_slip_past_the_steps(string table, string column) =>
        Fails(new UpdateRequest { Target = new Entity(table, entry.Id) { [column] = 9999 } });

    [Theory]
    [InlineData("update")]
    [InlineData("UPDATE")]
    [InlineData("Update ")]
    public void Neither_does_a_message_in_other_letters(string message) =>
        Fails(new OrganizationRequest(message) { ["Target"] = Changed() });

    [Fact]
    public void A_multiple_message_cannot_call_entries_rows_of_another_table()
    {
        var changed = new EntityCollection([Changed()]) { EntityName = "account" };
        var forged = new EntityCollection([Forged()]) { EntityName = "account" };

        Fails(new UpdateMultipleRequest { Targets = changed });
        Fails(new CreateMultipleRequest { Targets = forged });
        Fails(new CreateMultipleRequest { Targets = new EntityCollection([Forged()]) { EntityName = "" } });
        var decoy = new Entity("account") { ["name"] = "Decoy" };
        var mixed = new EntityCollection([decoy, Forged()]) { EntityName = "account" };
        Fails(new CreateMultipleRequest { Targets = mixed });
    }

    [Fact]
    public void An_entry_is_as_closed_by_its_key_as_by_its_id()
    {
        Entity ByKey() => new(Crmx.Entry, "crmx_sourcekey", entry["crmx_sourcekey"]) { ["crmx_points"] = 9999 };

        Fails(new UpdateRequest { Target = ByKey() });
        Fails(new UpsertRequest { Target = ByKey() });
        Fails(new UpsertRequest { Target = Changed() });
        var keyed = new EntityReference(Crmx.Entry, "crmx_sourcekey", entry["crmx_sourcekey"]);
        Fails(new DeleteRequest { Target = keyed });
    }

    [Fact]
    public void Emptying_a_fact_is_a_change_too()
    {
        Fails(new UpdateRequest { Target = new Entity(Crmx.Entry, entry.Id) { ["crmx_hash"] = null } });
        Fails(new UpdateRequest { Target = new Entity(Crmx.Entry, entry.Id) { ["crmx_memberid"] = null } });
    }

    [Fact]
    public void An_entry_cannot_be_deactivated() => Fails(new SetStateRequest
    {
        EntityMoniker = entry.ToEntityReference(),
        State = new OptionSetValue(1),
        Status = new OptionSetValue(2),
    });

    [Fact]
    public void A_true_adjustment_in_the_same_transaction_vouches_for_nothing()
    {
        Entity member = world.MemberOf(customer);
        var adjust = new OrganizationRequest(Crmx.AdjustPoints)
        {
            ["Member"] = member.ToEntityReference(),
            ["Points"] = 1,
            ["Reason"] = Crmx.FirstOption,
            ["RequestId"] = "decoy",
        };

        Fails(new ExecuteTransactionRequest
        {
            Requests = [adjust, new CreateRequest { Target = Forged() }],
        });
    }

    [Fact]
    public void An_entry_that_hangs_on_another_row_is_not_stored()
    {
        var relation = new Relationship("crmx_loyaltymember_loyaltyentry_MemberId");
        var host = new Entity("account") { ["name"] = "Host" };
        host.RelatedEntities[relation] = new EntityCollection([Forged()]) { EntityName = Crmx.Entry };

        Record.Exception(() => world.Admin.Create(host));

        Unchanged();
    }

    [Fact]
    public void Associating_an_entry_with_another_member_is_refused()
    {
        var relation = new Relationship("crmx_loyaltymember_loyaltyentry_MemberId");

        Fails(new AssociateRequest
        {
            Target = new EntityReference(Crmx.Member, Guid.NewGuid()),
            Relationship = relation,
            RelatedEntities = [entry.ToEntityReference()],
        });
        Fails(new DisassociateRequest
        {
            Target = world.MemberOf(customer).ToEntityReference(),
            Relationship = relation,
            RelatedEntities = [entry.ToEntityReference()],
        });
    }

    [Fact]
    public void Whoever_bypasses_the_steps_to_forge_is_found_by_the_replay()
    {
        world.Admin.Execute(new UpdateRequest
        {
            Target = Changed(),
            Parameters = { ["BypassCustomPluginExecution"] = true },
        });

        Entity member = world.MemberOf(customer);
        MemberHead head = StoredLedger.HeadOf(member);
        ReplayReport report = LedgerReplay.Verify(head, StoredLedger.EntriesOf(member.Id, world.Entries()));
        Assert.NotEqual(ReplayFault.None, report.Fault);
    }

    [Fact]
    public void An_order_that_is_closed_while_another_one_is_fulfilled_earns_nothing()
    {
        world.Dataverse.RegisterAssembly(File.ReadAllBytes(typeof(OrderClosingPlugin).Assembly.Location));
        world.Dataverse.RegisterStep(new Step
        {
            PluginType = typeof(OrderClosingPlugin).FullName!,
            Message = "Update",
            Table = "salesorder",
            Stage = Stage.PostOperation,
            FilteringColumns = ["statecode"],
        });
        EntityReference open = world.ProduceOrder(customer, 5000m);

        world.FulfilledOrder(customer, 10m);

        Assert.Equal([100, 10], world.Entries().Select(row => (int)row["crmx_points"]));
        world.Admin.Delete(open.LogicalName, open.Id);
    }

    [Fact]
    public void An_order_larger_than_an_entry_can_record_is_fulfilled_all_the_same()
    {
        world.ProduceProgramme(KeyValuePair.Create<string, object>("stepamount", 100_000m));

        EntityReference order = world.FulfilledOrder(customer, 90_000_000_000m, 90_000_000_000m);

        Assert.Equal(3, world.Admin.Retrieve(order.LogicalName, order.Id, new(["statecode"]))
            .GetAttributeValue<OptionSetValue>("statecode").Value);
        Unchanged();
    }

    private Entity Changed() => new(Crmx.Entry, entry.Id) { ["crmx_points"] = 9999 };

    private Entity Forged()
    {
        string key = (string)entry["crmx_sourcekey"];
        var forged = new Entity(Crmx.Entry) { ["crmx_sourcekey"] = key[..^32] + Guid.NewGuid().ToString("N") };
        foreach (KeyValuePair<string, object> fact in entry.Attributes)
        {
            bool isFact = fact.Key.StartsWith("crmx_", StringComparison.Ordinal);
            if (isFact && fact.Key is not ("crmx_loyaltyentryid" or "crmx_sourcekey")) forged[fact.Key] = fact.Value;
        }

        return forged;
    }

    private void Fails(OrganizationRequest attack)
    {
        Assert.ThrowsAny<FaultException>(() => world.Admin.Execute(attack));
        Unchanged();
    }

    private void Unchanged()
    {
        Assert.Equal(before, Ledger());
        world.AssertReplayEqualsBalance();
    }

    private string Ledger() => string.Join('\n', world.Entries().Select(row =>
        string.Join(';', row.Attributes.Where(fact => fact.Key.StartsWith("crmx_", StringComparison.Ordinal))
            .OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => $"{fact.Key}={Text(fact.Value)}"))));

    private static object? Text(object value) => value switch
    {
        EntityReference reference => reference.Id,
        OptionSetValue option => option.Value,
        _ => value,
    };
}
