using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Jobs;

/// <summary>Changed limits of tiers come into force: first as a list, then on purpose.</summary>
[CustomApi(JobApis.ReevaluateTiers.Name, "Re-evaluate Tiers", "Stufen neu bewerten",
    Description = "Shows whose tier the present limits would change, or brings them into force.",
    DescriptionGerman = "Zeigt, wessen Stufe die heutigen Grenzen ändern würden, oder setzt sie in Kraft.",
    ExecutePrivilege = ApiPermission.AdministratorPrivilege)]
[RequestParameter(JobApis.Programme, ParameterType.EntityReference, "Programme", "Programm",
    Table = LoyaltyProgram.Table)]
[RequestParameter(JobApis.Preview, ParameterType.Boolean, "Preview", "Vorschau")]
[RequestParameter(JobApis.Cursor, ParameterType.String, "Cursor", "Fortsetzung", IsOptional = true)]
[RequestParameter(JobApis.Count, ParameterType.Integer, "Members of a Page", "Mitglieder je Seite", IsOptional = true)]
[ResponseProperty(JobApis.ReevaluateTiers.Members, ParameterType.Integer, "Members", "Mitglieder")]
[ResponseProperty(JobApis.ReevaluateTiers.Changes, ParameterType.Integer, "Changes", "Änderungen")]
[ResponseProperty(JobApis.ReevaluateTiers.List, ParameterType.String, "List", "Liste",
    Description = "The first 200 changes as JSON: member, tier before, tier afterwards, status points.",
    DescriptionGerman = "Die ersten 200 Änderungen als JSON: Mitglied, Stufe vorher, Stufe nachher, Statuspunkte.")]
[ResponseProperty(JobApis.NextCursor, ParameterType.String, "Next Cursor", "Nächste Fortsetzung")]
public sealed class ReevaluateTiers : PluginBase
{
    private const int Listed = 200;

    protected override void Run(StepRun run)
    {
        var rebuild = new ProgrammeRebuild(run, LoyaltyProgram.Columns.TiersDirty);
        IReadOnlyList<Tier> tiers = TierRows.Read(run.System, rebuild.Programme.Settings.Id);
        var policy = new TierPolicy(tiers, rebuild.Programme.Settings.Tiers);
        int members = 0;
        var changes = new List<TierPreview>();
        foreach (LoyaltyMember member in rebuild.Members())
        {
            members++;
            changes.AddRange(TierPreview.Of(
                policy, new[] { rebuild.CandidateOf(member) }, rebuild.Programme.Today(run.Now)));
        }

        ParameterCollection answer = run.Context.OutputParameters;
        answer[JobApis.ReevaluateTiers.Members] = members;
        answer[JobApis.ReevaluateTiers.Changes] = changes.Count;
        answer[JobApis.ReevaluateTiers.List] =
            "[" + string.Join(",", changes.Take(Listed).Select(change => Line(change, tiers))) + "]";
        rebuild.Start(JobCatalogue.Reevaluation);
    }

    private static string Line(TierPreview change, IReadOnlyList<Tier> tiers) => new JsonText()
        .With("member", change.MemberId.ToString("D"))
        .With("from", NameOf(change.Decision.Before, tiers))
        .With("to", NameOf(change.Decision.After, tiers))
        .With("statusPoints", change.Decision.StatusPoints)
        .ToString();

    private static string NameOf(TierStanding standing, IReadOnlyList<Tier> tiers) =>
        tiers.FirstOrDefault(tier => tier.Id == standing.TierId)?.Name ?? "";
}
