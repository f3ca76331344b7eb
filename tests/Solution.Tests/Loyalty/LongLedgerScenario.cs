using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Solution.Tests.Loyalty;

/// <summary>The ten-thousandth entry of a member costs what the second one did: requests, rows read, rows
/// written.</summary>
public sealed class LongLedgerScenario
{
    private const int Entries = 10_000, RowsOfARequest = 1_000, Most = 12;

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P01")]
    public void The_ten_thousandth_entry_costs_what_the_second_did(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 1m);
        Cost second = CostOf(world, world.ProduceOrder(customer, 1m));
        Lengthen(world, customer, Entries - 2);

        Cost last = CostOf(world, world.ProduceOrder(customer, 1m));

        Assert.Equal(second, last);
        Assert.InRange(last.Requests, 1, Most);
        Entity member = world.MemberOf(customer);
        Assert.Equal(Entries + 1, member["crmx_sequence"]);
        Assert.Equal(Entries + 1, member["crmx_balance"]);
    }

    /// <summary>Entries that the domain itself has posted, stored past the pipeline because that is faster.</summary>
    private static void Lengthen(LoyaltyWorld world, EntityReference customer, int entries)
    {
        Entity member = world.MemberOf(customer);
        Entity pattern = world.Entries()[0];
        MemberHead head = StoredLedger.HeadOf(member);
        Assert.True(SourceKey.TryParse((string)pattern["crmx_sourcekey"], out SourceKey first));
        var rows = new List<Entity>();
        for (int entry = 0; entry < entries; entry++)
        {
            var key = new SourceKey(first.ProgrammeId, member.Id, EntryKind.Adjust, Guid.NewGuid());
            Posting posting = Ledger.Post(head, new EntryDraft
            {
                Key = key,
                Points = 1,
                BookedOn = world.Clock.GetUtcNow().UtcDateTime,
                SourceId = key.SourceId.ToString("D"),
                OriginatorId = pattern.GetAttributeValue<EntityReference>("crmx_originatorid").Id,
                Reason = AdjustmentReason.Goodwill,
            });
            head = posting.Head;
            rows.Add(RowOf(posting.Entry!, pattern));
        }

        foreach (Entity[] page in rows.Chunk(RowsOfARequest))
            Past(world, new CreateMultipleRequest { Targets = new EntityCollection(page) { EntityName = Crmx.Entry } });
        Past(world, new UpdateRequest
        {
            Target = new Entity(Crmx.Member, member.Id)
            {
                ["crmx_sequence"] = head.Sequence,
                ["crmx_lasthash"] = head.LastHash,
                ["crmx_balance"] = head.Balance,
                ["crmx_openlots"] = head.Lots.ToJson(),
            },
        });
    }

    private static Entity RowOf(LedgerEntry entry, Entity pattern) => new(Crmx.Entry)
    {
        ["crmx_name"] = "Adjust",
        ["crmx_memberid"] = pattern["crmx_memberid"],
        ["crmx_originatorid"] = pattern["crmx_originatorid"],
        ["crmx_kind"] = new OptionSetValue(Crmx.FirstOption + (int)EntryKind.Adjust),
        ["crmx_reason"] = new OptionSetValue(Crmx.FirstOption),
        ["crmx_points"] = entry.Draft.Points,
        ["crmx_sourcekey"] = entry.Draft.Key.ToString(),
        ["crmx_sourceid"] = entry.Draft.SourceId,
        ["crmx_bookedon"] = entry.Draft.BookedOn,
        ["crmx_sequence"] = entry.Sequence,
        ["crmx_balanceafter"] = entry.BalanceAfter,
        ["crmx_previoushash"] = entry.PreviousHash,
        ["crmx_hash"] = entry.Hash,
    };

    private static void Past(LoyaltyWorld world, OrganizationRequest request)
    {
        request.Parameters["BypassCustomPluginExecution"] = true;
        world.Admin.Execute(request);
    }

    private static Cost CostOf(LoyaltyWorld world, EntityReference order)
    {
        world.Dataverse.RunAsyncJobs();
        world.Dataverse.Requests.Reset();
        world.Fulfil(order);
        return new Cost(
            world.Dataverse.Requests.Of(RequestOrigin.Plugin),
            world.Dataverse.Requests.RowsRead,
            world.Dataverse.Requests.RowsWritten);
    }

    private sealed record Cost(long Requests, long RowsRead, long RowsWritten);
}
