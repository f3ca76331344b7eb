using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>A notice about a fall; whoever rises sees it on the form, and a merge or its undoing takes
/// nothing away.</summary>
internal sealed class TierNotice
{
    private const string Programme = "programme";
    private const int DaysToDo = 7;

    private readonly StepRun run;
    private readonly TierChangeRow change;

    public TierNotice(StepRun run, TierChangeRow change)
    {
        this.run = run;
        this.change = change;
    }

    public void Write()
    {
        bool isCorrection = change.Reason == (int)TierReason.Merge;
        if (isCorrection || change.FromTierId is not { } from || !Falls(from))
        {
            run.NothingToDo("the tier did not fall.");
            return;
        }

        Entity row = ReadMember();
        RunningProgramme programme = ProgrammeRows.Of(row, Programme);
        if (row.ToEntity<LoyaltyMember>().CustomerId is not { } customer) return;
        new NoticeStore(run).Write(new Notice
        {
            Id = SourceKey.SourceNamed("tier change " + change.Id.ToString("N")),
            Kind = programme.Settings.Notices,
            Customer = customer,
            Owner = new CustomerReader(run.System).Find(customer)?.Owner,
            Subject = UserText.TierNoticeSubject,
            Body = UserText.TierNoticeBody,
            Values = new object[] { NameOf(from), change.ToTierId is { } to ? NameOf(to) : "-", programme.Name },
            DueOn = programme.Today(run.Now).AddDays(DaysToDo),
        });
    }

    private bool Falls(EntityReference from) =>
        change.ToTierId is not { } to || Read(to).Rank < Read(from).Rank;

    private string NameOf(EntityReference tier) => Read(tier).Name;

    private LoyaltyTierRow Read(EntityReference tier) => run.System.Retrieve(
        LoyaltyTierRow.Table,
        tier.Id,
        new ColumnSet(LoyaltyTierRow.Columns.Name, LoyaltyTierRow.Columns.Rank)).ToEntity<LoyaltyTierRow>();

    private Entity ReadMember()
    {
        var query = new QueryExpression(LoyaltyMember.Table)
        {
            ColumnSet = new ColumnSet(LoyaltyMember.Columns.CustomerId),
        };
        query.Criteria.AddCondition(LoyaltyMember.Columns.Id, ConditionOperator.Equal, change.MemberId.Id);
        LinkEntity programme = query.AddLink(
            LoyaltyProgram.Table, LoyaltyMember.Columns.ProgramId, LoyaltyProgram.Columns.Id);
        programme.EntityAlias = Programme;
        ProgrammeRows.AddTo(programme);
        return run.System.RetrieveMultiple(query).Entities.Single();
    }
}
