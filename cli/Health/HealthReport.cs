using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Cli.Health;

/// <summary>What a look at an environment found.</summary>
internal sealed record HealthReport
{
    /// <summary>Ledgers that were replayed.</summary>
    public int Members { get; init; }

    /// <summary>What does not hold, as crmx_VerifyLedger says it; empty is the only good result.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>Every alternate key of an own table.</summary>
    public IReadOnlyList<KeyHealth> Keys { get; init; } = [];

    /// <summary>Scheduled work that is registered; 0 before crmx_EnsureSchedule.</summary>
    public int Jobs { get; init; }

    /// <summary>UTC; null: none has ever been.</summary>
    public DateTime? LastHeartbeat { get; init; }

    public IReadOnlyList<OpenFinding> Findings { get; init; } = [];

    /// <summary>The end of every member's chain.</summary>
    public IReadOnlyList<ChainHead> Heads { get; init; } = [];

    /// <summary>A missing schedule is told, but breaks nothing: administrators may run the work themselves.</summary>
    public bool IsHealthy =>
        Differences.Count == 0 && Keys.All(key => key.IsActive) && Findings.All(finding => !finding.IsError);
}
