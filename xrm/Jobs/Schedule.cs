using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// The clock of the platform: recurring bulk deletions, one every two hours, delete the heartbeat row if it is older
/// than half an hour. A step creates it again, another one starts the due work.
/// </summary>
internal sealed class Schedule
{
    private const int Beats = 12;
    private const int OldMinutes = 30;
    private const string NamePrefix = "CrmExtensions heartbeat ";
    private const int Completed = 3, Paused = 12;

    private readonly StepRun run;

    public Schedule(StepRun run) => this.run = run;

    /// <returns>How many beats and heartbeat rows had to be created.</returns>
    public int Repair()
    {
        int repaired = 0;
        foreach (string name in Missing())
        {
            Submit(name);
            repaired++;
        }

        if (LastBeat() is null)
        {
            Beat(run);
            repaired++;
        }

        return repaired;
    }

    /// <summary>Creates the row whose deletion is the next beat.</summary>
    public static void Beat(StepRun run) =>
        run.System.Create(new HeartbeatRow { Name = "Heartbeat", BeatOn = run.Now }.Plain());

    private static string NameOf(int beat) =>
        NamePrefix + (beat * 24 / Beats).ToString("00", CultureInfo.InvariantCulture) + ":07 UTC";

    /// <summary>Beats that are cancelled, paused or deleted.</summary>
    public IReadOnlyList<string> Missing()
    {
        var query = new QueryExpression(AsyncOperation.Table)
        {
            ColumnSet = new ColumnSet(AsyncOperation.Columns.Name),
        };
        query.Criteria.AddCondition(AsyncOperation.Columns.Name, ConditionOperator.BeginsWith, NamePrefix);
        query.Criteria.AddCondition(AsyncOperation.Columns.State, ConditionOperator.NotEqual, Completed);
        query.Criteria.AddCondition(AsyncOperation.Columns.Status, ConditionOperator.NotEqual, Paused);
        var alive = new HashSet<string>(run.System.RetrieveMultiple(query).Entities
            .Select(row => row.Text(AsyncOperation.Columns.Name) ?? ""));
        return Enumerable.Range(0, Beats).Select(NameOf).Where(name => !alive.Contains(name)).ToArray();
    }

    /// <summary>When the clock was last heard of; null without a heart.</summary>
    public DateTime? LastBeat()
    {
        var query = new QueryExpression(HeartbeatRow.Table)
        {
            ColumnSet = new ColumnSet(HeartbeatRow.Columns.BeatOn), TopCount = 1,
        };
        query.AddOrder(HeartbeatRow.Columns.BeatOn, OrderType.Descending);
        return run.System.RetrieveMultiple(query).Entities
            .Select(row => row.GetAttributeValue<DateTime?>(HeartbeatRow.Columns.BeatOn)).FirstOrDefault();
    }

    private void Submit(string name)
    {
        int hour = int.Parse(name.Substring(NamePrefix.Length, 2), CultureInfo.InvariantCulture);
        DateTime first = run.Now.Date.AddHours(hour).AddMinutes(7);
        var old = new QueryExpression(HeartbeatRow.Table) { ColumnSet = new ColumnSet(false) };
        old.Criteria.AddCondition(HeartbeatRow.Columns.CreatedOn, ConditionOperator.OlderThanXMinutes, OldMinutes);
        run.System.Execute(new BulkDeleteRequest
        {
            QuerySet = new[] { old },
            JobName = name,
            RecurrencePattern = "FREQ=DAILY;INTERVAL=1",
            StartDateTime = first > run.Now ? first : first.AddDays(1),
            SendEmailNotification = false,
            ToRecipients = Array.Empty<Guid>(),
            CCRecipients = Array.Empty<Guid>(),
        });
    }
}
