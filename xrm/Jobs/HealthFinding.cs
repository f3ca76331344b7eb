using System;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>Something that is wrong, as code and subject; the values say how.</summary>
internal sealed record HealthFinding
{
    public const string LedgerDiffers = "ledger-differs", ItemFailed = "job-item-failed";
    public const string ScheduleIncomplete = "schedule-incomplete", ForeignJob = "job-of-another-environment";
    public const string SliceInterrupted = "job-slice-interrupted", TiersAwait = "tiers-await-reevaluation";
    public const string HeartbeatLost = "heartbeat-lost";
    public const string JobDisabled = "job-disabled", JobNotStarted = "job-not-started";
    public const string CountsDiffer = "cross-sell-counts-differ", PairsNoBetter = "cross-sell-pairs-no-better";

    /// <summary>An award left this member out; proving the ledger sound closes it as well.</summary>
    public const string LedgerUnreadable = "ledger-unreadable";

    public string Code { get; init; } = "";

    public HealthSeverity Severity { get; init; } = HealthSeverity.Error;

    public string SubjectTable { get; init; } = "";

    public Guid SubjectId { get; init; }

    /// <summary>An object of JSON: what a person needs to find the cause.</summary>
    public string Values { get; init; } = "{}";

    /// <summary>At most 200 characters.</summary>
    public string Key => KeyOf(Code);

    /// <summary>What is over together with this finding.</summary>
    public string[] KeysToResolve =>
        Code == LedgerDiffers ? new[] { Key, KeyOf(LedgerUnreadable) } : new[] { Key };

    private string KeyOf(string code) => code + "-" + SubjectTable + "-" + SubjectId.ToString("N");
}
