using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using CrmExtensions.Xrm.Verification;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Lifecycle;

/// <summary>Whether a member's row says what its entries say; without a member, for a page of all.</summary>
[CustomApi(LifecycleApis.VerifyLedger.Name, "Verify Ledger", "Punktekonto prüfen",
    Description = "Replays the entries of one member, or of a page of all members, and names what does not hold.",
    DescriptionGerman = "Rechnet die Buchungen eines Mitglieds oder einer Seite von Mitgliedern nach.",
    ExecutePrivilege = ApiPermission.SupervisorPrivilege)]
[RequestParameter(LifecycleApis.VerifyLedger.Member, ParameterType.EntityReference, "Member", "Mitglied",
    Table = LoyaltyMember.Table, IsOptional = true)]
[RequestParameter(LifecycleApis.VerifyLedger.Cursor, ParameterType.String, "Cursor", "Fortsetzung", IsOptional = true)]
[RequestParameter(LifecycleApis.VerifyLedger.Count, ParameterType.Integer, "Count", "Anzahl", IsOptional = true)]
[ResponseProperty(LifecycleApis.VerifyLedger.Verified, ParameterType.Integer, "Verified", "Geprüft")]
[ResponseProperty(LifecycleApis.VerifyLedger.Differences, ParameterType.Integer, "Differences", "Abweichungen")]
[ResponseProperty(LifecycleApis.VerifyLedger.Result, ParameterType.String, "Result", "Ergebnis")]
[ResponseProperty(LifecycleApis.VerifyLedger.NextCursor, ParameterType.String, "Next Cursor", "Nächste Fortsetzung")]
public sealed class VerifyLedger : PluginBase
{
    private const int MostMembers = 500, UsualMembers = 100;

    protected override void Run(StepRun run)
    {
        var input = new ApiInput(run);
        var verification = new LedgerVerification(run.System);
        var page = new List<VerifiedLedger>();
        string next = "";
        if (input.Id(LifecycleApis.VerifyLedger.Member) is { } one)
        {
            page.Add(verification.Verify(one) ?? throw new BusinessRuleException(UserText.MemberIsMissing));
        }
        else
        {
            int count = PageSize.Of(input.Whole(LifecycleApis.VerifyLedger.Count), UsualMembers, MostMembers);
            string cursor = input.Text(LifecycleApis.VerifyLedger.Cursor);
            IReadOnlyList<LoyaltyMember> members = verification.Page(cursor, count);
            page.AddRange(members.Select(member => verification.Verify(member.Id)!));
            if (members.Count == count) next = members[members.Count - 1].Key ?? "";
        }

        var health = new HealthStore(run);
        foreach (VerifiedLedger ledger in page)
        {
            if (ledger.IsSound) health.Resolve(ledger.Finding());
            else health.Report(ledger.Finding());
        }

        bool isOne = input.Id(LifecycleApis.VerifyLedger.Member) is not null;
        ParameterCollection answer = run.Context.OutputParameters;
        answer[LifecycleApis.VerifyLedger.Verified] = page.Count;
        answer[LifecycleApis.VerifyLedger.Differences] = page.Count(ledger => !ledger.IsSound);
        answer[LifecycleApis.VerifyLedger.Result] = "["
            + string.Join(",", page.Where(ledger => isOne || !ledger.IsSound).Select(ledger => ledger.ToJson())) + "]";
        answer[LifecycleApis.VerifyLedger.NextCursor] = next;
    }
}
