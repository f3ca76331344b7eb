using System.Linq;
using Spectre.Console;

namespace CrmExtensions.Cli.Health;

/// <summary>The report for people: what is in order in one line each, what is not in full.</summary>
internal static class HealthPrinter
{
    public static void Print(IAnsiConsole console, HealthReport report)
    {
        console.WriteLine($"Ledgers:   {report.Members} replayed, {report.Differences.Count} differ");
        foreach (string difference in report.Differences) console.WriteLine("  " + difference);
        console.WriteLine($"Keys:      {report.Keys.Count(key => key.IsActive)} of {report.Keys.Count} active");
        foreach (KeyHealth key in report.Keys.Where(key => !key.IsActive))
            console.WriteLine($"  {key.Table} {key.Key}: {key.Status}. Reactivate it before programmes are activated.");
        console.WriteLine($"Jobs:      {report.Jobs} scheduled");
        string beat = report.LastHeartbeat is { } at ? at.ToString("u") : "none yet; call crmx_EnsureSchedule";
        console.WriteLine($"Heartbeat: {beat}");
        console.WriteLine($"Findings:  {report.Findings.Count} open");
        foreach (OpenFinding finding in report.Findings)
            console.WriteLine($"  {finding.Code} {finding.Subject} {finding.Values}");
        console.WriteLine(report.IsHealthy ? "Healthy." : "Not healthy.");
    }
}
