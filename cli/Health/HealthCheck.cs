using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CrmExtensions.Cli.Demo;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmExtensions.Cli.Health;

/// <summary>Looks with the product's own calls and tables, so it works through any organisation service.</summary>
internal sealed class HealthCheck(IOrganizationService service)
{
    private const int ErrorSeverity = 2;

    private static readonly string[] KeyedTables =
    [
        Names.Member, Names.Entry, "crmx_budgetshard", "crmx_redemption", "crmx_approval", "crmx_referral", "crmx_job",
        "crmx_healthfinding",
    ];

    public HealthReport Run(Action<double> progress)
    {
        List<ChainHead> heads = [.. Rows
            .All(service, Names.Member, Names.Member + "id", Names.Sequence, Names.Balance, Names.LastHash)
            .Select(HeadOf)];
        List<string> differences = [];
        int verified = Verify(differences, done => progress(heads.Count == 0 ? 1 : (double)done / heads.Count));
        return new HealthReport
        {
            Members = verified,
            Differences = differences,
            Keys = [.. KeyedTables.SelectMany(KeysOf)],
            Jobs = Rows.All(service, "crmx_job", "crmx_jobid").Count(),
            LastHeartbeat = Rows.All(service, "crmx_heartbeat", "createdon", "createdon")
                .LastOrDefault()?.GetAttributeValue<DateTime?>("createdon"),
            Findings = [.. Rows
                .All(service, "crmx_healthfinding", "crmx_foundon", FindingColumns)
                .Where(row => row.GetAttributeValue<DateTime?>("crmx_resolvedon") is null)
                .Select(FindingOf)],
            Heads = heads,
        };
    }

    private static readonly string[] FindingColumns =
        ["crmx_code", "crmx_severity", "crmx_subjectid", "crmx_foundon", "crmx_resolvedon", "crmx_values"];

    private int Verify(List<string> differences, Action<int> done)
    {
        int verified = 0;
        string cursor = "";
        do
        {
            OrganizationResponse page = service.Execute(
                new OrganizationRequest("crmx_VerifyLedger") { ["Cursor"] = cursor });
            verified += (int)page["Verified"];
            using JsonDocument result = JsonDocument.Parse((string)page["Result"]);
            differences.AddRange(result.RootElement.EnumerateArray().Select(member => member.GetRawText()));
            cursor = (string)page["NextCursor"];
            done(verified);
        }
        while (cursor.Length > 0);
        return verified;
    }

    private IEnumerable<KeyHealth> KeysOf(string table)
    {
        RetrieveEntityResponse answer = (RetrieveEntityResponse)service.Execute(new RetrieveEntityRequest
        {
            LogicalName = table,
            EntityFilters = EntityFilters.Attributes,
        });
        return (answer.EntityMetadata.Keys ?? [])
            .Select(key => new KeyHealth(table, key.LogicalName, key.EntityKeyIndexStatus.ToString()));
    }

    private static ChainHead HeadOf(Entity row) => new(
        row.Id,
        row.GetAttributeValue<int?>(Names.Sequence) ?? 0,
        row.GetAttributeValue<int?>(Names.Balance) ?? 0,
        row.GetAttributeValue<string>(Names.LastHash) ?? "");

    private static OpenFinding FindingOf(Entity row) => new(
        row.GetAttributeValue<string>("crmx_code") ?? "",
        row.GetAttributeValue<OptionSetValue>("crmx_severity")?.Value == Names.FirstOption + ErrorSeverity,
        row.GetAttributeValue<string>("crmx_subjectid") ?? "",
        row.GetAttributeValue<DateTime?>("crmx_foundon"),
        row.GetAttributeValue<string>("crmx_values") ?? "");
}
