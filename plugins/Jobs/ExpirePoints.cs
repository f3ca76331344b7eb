using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Jobs;

/// <summary>Changed expiry settings reach open lots: first as numbers, then on purpose. What is over expires.</summary>
[CustomApi(JobApis.ExpirePoints.Name, "Expire Points", "Punkte verfallen lassen",
    Description = "Shows what the present expiry settings change and what is due, or carries it out.",
    DescriptionGerman = "Zeigt, was die heutigen Verfallsregeln ändern und was fällig ist, oder führt es aus.",
    ExecutePrivilege = ApiPermission.AdministratorPrivilege)]
[RequestParameter(JobApis.Programme, ParameterType.EntityReference, "Programme", "Programm",
    Table = LoyaltyProgram.Table)]
[RequestParameter(JobApis.Preview, ParameterType.Boolean, "Preview", "Vorschau")]
[RequestParameter(JobApis.Cursor, ParameterType.String, "Cursor", "Fortsetzung", IsOptional = true)]
[RequestParameter(JobApis.Count, ParameterType.Integer, "Members of a Page", "Mitglieder je Seite", IsOptional = true)]
[ResponseProperty(JobApis.ExpirePoints.Members, ParameterType.Integer, "Members", "Mitglieder",
    Description = "Members with points that are due or get another last day.",
    DescriptionGerman = "Mitglieder mit Punkten, die fällig sind oder einen anderen letzten Tag bekommen.")]
[ResponseProperty(JobApis.ExpirePoints.DuePoints, ParameterType.Decimal, "Due Points", "Fällige Punkte")]
[ResponseProperty(JobApis.ExpirePoints.RedatedPoints, ParameterType.Decimal, "Redated Points", "Umdatierte Punkte")]
[ResponseProperty(JobApis.NextCursor, ParameterType.String, "Next Cursor", "Nächste Fortsetzung")]
public sealed class ExpirePoints : PluginBase
{
    protected override void Run(StepRun run)
    {
        var rebuild = new ProgrammeRebuild(run, LoyaltyProgram.Columns.ExpiryDirty);
        ExpirySettings settings = rebuild.Programme.Settings.Expiry;
        Day today = rebuild.Programme.Today(run.Now);
        int members = 0;
        long duePoints = 0, redatedPoints = 0;
        foreach (LoyaltyMember member in rebuild.Members())
        {
            MemberHead head = HeadRows.Readable(member);
            long due = 0;
            foreach (ExpiryDue one in ExpiryPolicy.Due(settings, head, MemberRows.DayOf(member.LastActivityOn), today))
                due -= one.Points;
            long redated = ExpiryPolicy.PointsRedated(settings, head.Lots.Where(key => !key.IsOverOn(today)), today);
            if (due + redated > 0) members++;
            duePoints += due;
            redatedPoints += redated;
        }

        ParameterCollection answer = run.Context.OutputParameters;
        answer[JobApis.ExpirePoints.Members] = members;
        answer[JobApis.ExpirePoints.DuePoints] = (decimal)duePoints;
        answer[JobApis.ExpirePoints.RedatedPoints] = (decimal)redatedPoints;
        rebuild.Start(JobCatalogue.Redating);
    }
}
