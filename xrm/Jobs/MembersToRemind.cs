using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Reminders of what ends soon: for each day the sum of what ends on it, not the nearest day only. The notice has an id
/// that follows from member, day and reminder, so a run that is repeated tells nobody twice.
/// </summary>
internal sealed class MembersToRemind : IJobWork
{
    private const string Programme = "programme";
    private const int LongestReminder = 365;

    private readonly StepRun run;

    public MembersToRemind(StepRun run) => this.run = run;

    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) => cutter.Members();

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        QueryExpression query = MemberPages.Active(cursor, scope);
        query.Criteria.AddCondition(
            LoyaltyMember.Columns.NextExpiryOn,
            ConditionOperator.OnOrBefore,
            scope.LatestToday.AddDays(LongestReminder).Midnight);
        return MemberPages.Subjects(run.System.RetrieveMultiple(query).Entities);
    }

    public void Do(JobSubject subject, SliceScope scope)
    {
        Entity row = Read(subject.Id);
        LoyaltyMember member = row.ToEntity<LoyaltyMember>();
        RunningProgramme programme = ProgrammeRows.Of(row, Programme);
        bool isSilent = programme.Settings.IsPaused || programme.Settings.Notices == NoticeKind.None;
        if (isSilent || member.CustomerId is not { } customer) return;
        Day today = programme.Today(run.Now);
        Day last = programme.Today(DateTime.SpecifyKind(scope.Since ?? run.Now.AddDays(-1), DateTimeKind.Utc));
        EntityReference? owner = new CustomerReader(run.System).Find(customer)?.Owner;
        foreach (ExpiryReminder reminder in ExpiryLadder.Due(
            programme.Settings.Expiry, HeadRows.Readable(member).Lots, last.AddDays(-1), today))
        {
            new NoticeStore(run).Write(new Notice
            {
                Id = SourceKey.SourceNamed(string.Join(
                    " ", "reminder", subject.Id.ToString("N"), reminder.ExpiresOn, reminder.DaysBefore)),
                Kind = programme.Settings.Notices,
                Customer = customer,
                Owner = owner,
                Subject = UserText.ExpiryReminderSubject,
                Body = UserText.ExpiryReminderBody,
                Values = new object[] { reminder.Points, reminder.ExpiresOn.Midnight, programme.Name },
                DueOn = reminder.ExpiresOn,
            });
        }
    }

    private Entity Read(Guid memberId)
    {
        var query = new QueryExpression(LoyaltyMember.Table) { ColumnSet = MemberRows.Columns() };
        query.ColumnSet.AddColumn(LoyaltyMember.Columns.CustomerId);
        query.Criteria.AddCondition(LoyaltyMember.Columns.Id, ConditionOperator.Equal, memberId);
        LinkEntity programme = query.AddLink(
            LoyaltyProgram.Table, LoyaltyMember.Columns.ProgramId, LoyaltyProgram.Columns.Id);
        programme.EntityAlias = Programme;
        ProgrammeRows.AddTo(programme);
        return run.System.RetrieveMultiple(query).Entities.Single();
    }
}
