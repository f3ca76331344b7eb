using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>Changed settings reach what members have: first as numbers, then, on purpose, as slices of work.</summary>
internal sealed class ProgrammeRebuild
{
    private const int StandardOfAPage = 1000, MostOfAPage = 5000;

    private readonly StepRun run;
    private readonly Guid programmeId;
    private readonly string cursor;
    private readonly int count;

    /// <param name="run">Of the custom API.</param>
    /// <param name="mark">Column of the programme that says that settings changed; taken away unless it is a
    /// preview, and before anything is read: that locks the programme.</param>
    public ProgrammeRebuild(StepRun run, string mark)
    {
        this.run = run;
        programmeId = ((EntityReference)run.Context.InputParameters[JobApis.Programme]).Id;
        IsPreview = run.Context.InputParameters[JobApis.Preview] is true;
        var input = new ApiInput(run);
        cursor = input.Text(JobApis.Cursor);
        int asked = input.Whole(JobApis.Count);
        count = asked <= 0 ? StandardOfAPage : Math.Min(asked, MostOfAPage);
        if (cursor.Length > 0 && !(IsPreview && cursor.StartsWith(Prefix, StringComparison.Ordinal)))
            throw new BusinessRuleException(UserText.CursorIsOfNoPreview);
        var programmes = new ProgrammeStore(run.System);
        if (!programmes.Exists(programmeId)) throw new BusinessRuleException(UserText.ProgrammeIsMissing);
        if (!IsPreview) programmes.Mark(programmeId, mark, isMarked: false);
        Programme = programmes.Find(programmeId)!;
        if (!IsPreview && Programme.Settings.IsPaused) throw new BusinessRuleException(UserText.ProgrammeIsNotRunning);
    }

    public bool IsPreview { get; }

    public RunningProgramme Programme { get; }

    private string Prefix => programmeId.ToString("N") + "-";

    /// <summary>
    /// A page of active members behind the cursor, as they stand now; read without locks, so figures are of this
    /// moment. Never more than a page: a call has two minutes, however large the programme is.
    /// </summary>
    public IReadOnlyList<LoyaltyMember> Members()
    {
        QueryExpression query = MemberPages.Key.Query(cursor.Length > 0 ? cursor : Prefix, Prefix + "g", count);
        query.ColumnSet = MemberRows.Columns();
        query.Criteria.AddCondition(LoyaltyMember.Columns.State, ConditionOperator.Equal, 0);
        EntityCollection page = run.System.RetrieveMultiple(query);
        LoyaltyMember[] members = page.Entities.Select(row => row.ToEntity<LoyaltyMember>()).ToArray();
        run.Context.OutputParameters[JobApis.NextCursor] = page.MoreRecords
            ? page.Entities.Last().GetAttributeValue<string>(LoyaltyMember.Columns.MemberKey)
            : "";
        return members;
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
