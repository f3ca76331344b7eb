using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using CrmExtensions.Xrm.Verification;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Protection;

/// <summary>
/// A page of members added to what the pages before gave. Members are read by key, never aggregated by the platform,
/// so 50,000 rows are no limit.
/// </summary>
internal sealed class LiabilityPage
{
    private const int MostMembers = 5000;

    private readonly StepRun run;
    private readonly ApiInput input;

    public LiabilityPage(StepRun run)
    {
        this.run = run;
        input = new ApiInput(run);
    }

    public void Answer()
    {
        RunningProgramme programme = Programme();
        string carried = input.Text(ProtectionApis.LiabilityReport.Carried);
        Liability sum = (carried.Length == 0 ? new Liability() : Liability.Parse(carried))
            ?? throw new BusinessRuleException(UserText.CarriedIsNoTotal);
        int count = PageSize.Of(input.Whole(ProtectionApis.LiabilityReport.Count), MostMembers, MostMembers);
        IReadOnlyList<Entity> page = Page(programme.Settings.Id, count);
        Day today = programme.Today(run.Now);
        foreach (Entity row in page) sum.Add(HeadRows.Readable(row.ToEntity<LoyaltyMember>()), today);

        ParameterCollection answer = run.Context.OutputParameters;
        answer[ProtectionApis.LiabilityReport.Members] = (decimal)sum.Members;
        answer[ProtectionApis.LiabilityReport.OpenPoints] = (decimal)sum.OpenPoints;
        answer[ProtectionApis.LiabilityReport.PendingPoints] = (decimal)sum.PendingPoints;
        answer[ProtectionApis.LiabilityReport.DebtPoints] = (decimal)sum.DebtPoints;
        answer[ProtectionApis.LiabilityReport.Value] = programme.Settings.Redemption.ValueOf(sum.OpenPoints);
        answer[ProtectionApis.LiabilityReport.Months] = MonthsOf(sum, programme.Settings.Redemption);
        answer[ProtectionApis.LiabilityReport.Total] = sum.ToJson();
        answer[ProtectionApis.LiabilityReport.NextCursor] =
            page.Count == count ? page[page.Count - 1].Text(LoyaltyMember.Columns.MemberKey) ?? "" : "";
    }

    private RunningProgramme Programme()
    {
        var query = new QueryExpression(LoyaltyProgram.Table);
        ProgrammeRows.AddTo(query);
        query.Criteria.AddCondition(
            LoyaltyProgram.Columns.Id,
            ConditionOperator.Equal,
            input.Id(ProtectionApis.LiabilityReport.Programme) ?? Guid.Empty);
        Entity row = run.System.RetrieveMultiple(query).Entities.FirstOrDefault()
            ?? throw new BusinessRuleException(UserText.ProgrammeDoesNotExist);
        return ProgrammeRows.Of(row);
    }

    private IReadOnlyList<Entity> Page(Guid programmeId, int count)
    {
        ColumnSet columns = HeadRows.Columns();
        columns.AddColumn(LoyaltyMember.Columns.MemberKey);
        var query = new QueryExpression(LoyaltyMember.Table)
        {
            ColumnSet = columns,
            PageInfo = new PagingInfo { Count = count, PageNumber = 1 },
        };
        query.Criteria.AddCondition(LoyaltyMember.Columns.ProgramId, ConditionOperator.Equal, programmeId);
        string cursor = input.Text(ProtectionApis.LiabilityReport.Cursor);
        if (cursor.Length > 0)
            query.Criteria.AddCondition(LoyaltyMember.Columns.MemberKey, ConditionOperator.GreaterThan, cursor);
        query.AddOrder(LoyaltyMember.Columns.MemberKey, OrderType.Ascending);
        return run.System.RetrieveMultiple(query).Entities;
    }

    private static string MonthsOf(Liability sum, RedemptionSettings redemption) => "["
        + string.Join(",", sum.Months.Select(month => string.Format(
            CultureInfo.InvariantCulture,
            "{{\"month\":\"{0}\",\"points\":{1},\"value\":{2}}}",
            month.Name,
            month.Points,
            redemption.ValueOf(month.Points))))
        + "]";
}
