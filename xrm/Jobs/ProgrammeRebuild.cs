using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>Changed settings reach what members have: first as numbers, then, on purpose, as slices of work.</summary>
internal sealed class ProgrammeRebuild
{
    private const int MembersOfAPage = 5000;

    private readonly StepRun run;
    private readonly Guid programmeId;

    /// <param name="run">Of the custom API.</param>
    /// <param name="mark">Column of the programme that says that settings changed; taken away unless it is a
    /// preview, and before anything is read: that locks the programme.</param>
    public ProgrammeRebuild(StepRun run, string mark)
    {
        this.run = run;
        programmeId = ((EntityReference)run.Context.InputParameters[JobApis.Programme]).Id;
        IsPreview = run.Context.InputParameters[JobApis.Preview] is true;
        var programmes = new ProgrammeStore(run.System);
        if (!programmes.Exists(programmeId)) throw new BusinessRuleException(UserText.ProgrammeIsMissing);
        if (!IsPreview) programmes.Mark(programmeId, mark, isMarked: false);
        Programme = programmes.Find(programmeId)!;
        if (!IsPreview && Programme.Settings.IsPaused) throw new BusinessRuleException(UserText.ProgrammeIsNotRunning);
    }

    public bool IsPreview { get; }

    public RunningProgramme Programme { get; }

    /// <summary>
    /// Every active member, page by page, as it stands now; read without locks, so figures are of this moment.
    /// </summary>
    public IEnumerable<LoyaltyMember> Members()
    {
        string prefix = programmeId.ToString("N") + "-";
        QueryExpression query = MemberPages.Key.Query(prefix, prefix + "g", MembersOfAPage);
        query.ColumnSet = MemberRows.Columns();
        query.Criteria.AddCondition(LoyaltyMember.Columns.State, ConditionOperator.Equal, 0);
        EntityCollection page;
        do
        {
            page = run.System.RetrieveMultiple(query);
            foreach (Entity row in page.Entities) yield return row.ToEntity<LoyaltyMember>();
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
        while (page.MoreRecords);
    }

    /// <summary>
    /// Cuts the work unless it is a preview; the slices follow after the commit. Asking twice works twice and changes
    /// nothing the second time.
    /// </summary>
    public void Start(string jobKey)
    {
        if (IsPreview) return;
        var jobs = new JobStore(run.System);
        if (jobs.Find(jobKey) is null) new JobRows(run).Repair(takeOver: false);
        JobRow job = jobs.Find(jobKey)!;
        jobs.Delete(jobs.LockSlices(job.Id).Where(slice =>
            (SliceState)slice.State is SliceState.Done or SliceState.Failed));
        string identity = run.Context.OperationId.ToString("N") + run.Now.Ticks.ToString(CultureInfo.InvariantCulture);
        foreach (SliceRange range in new SliceCutter(run.System).MembersOf(programmeId))
            jobs.Cut(job, identity, range);
    }

    public TierCandidate CandidateOf(LoyaltyMember member) => new()
    {
        MemberId = member.Id,
        JoinedOn = MemberRows.JoinedOn(member, Programme) ?? default,
        Standing = MemberRows.StandingOf(member),
        Status = HeadRows.Readable(member).Status,
    };
}
