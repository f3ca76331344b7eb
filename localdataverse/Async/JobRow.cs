using System;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Async;

/// <summary>An asyncoperation row as it is stored now.</summary>
internal sealed class JobRow
{
    public const int Ready = 0;
    public const int Suspended = 1;
    public const int Locked = 2;
    public const int Completed = 3;

    /// <summary>Runs of one chain within this time count as one loop.</summary>
    public static readonly TimeSpan LoopTime = TimeSpan.FromHours(1);

    private readonly Entity _row;

    public JobRow(Entity row) => _row = row;

    public Guid Id => _row.Id;

    public string Name => _row.GetAttributeValue<string>("name") ?? "";

    public int State => _row.GetAttributeValue<OptionSetValue>("statecode").Value;

    public JobStatus Status => (JobStatus)_row.GetAttributeValue<OptionSetValue>("statuscode").Value;

    public JobType Type => (JobType)_row.GetAttributeValue<OptionSetValue>("operationtype").Value;

    public string FriendlyMessage => _row.GetAttributeValue<string>("friendlymessage") ?? "";

    public int RetryCount => _row.GetAttributeValue<int>("retrycount");

    public int Depth => _row.GetAttributeValue<int>("depth");

    public Guid CorrelationId => Guid.Parse(_row.GetAttributeValue<string>("correlationid"));

    public DateTime CreatedOn => _row.GetAttributeValue<DateTime>("createdon");

    public DateTime? PostponeUntil => _row.GetAttributeValue<DateTime?>("postponeuntil");

    public string RecurrencePattern => _row.GetAttributeValue<string>("recurrencepattern") ?? "";

    public DateTime? RecurrenceStart => _row.GetAttributeValue<DateTime?>("recurrencestarttime");

    public EntityReference Owner => _row.GetAttributeValue<EntityReference>("ownerid");

    public EntityReference CreatedBy => _row.GetAttributeValue<EntityReference>("createdby");

    public EntityReference? Regarding => _row.GetAttributeValue<EntityReference>("regardingobjectid");

    public EntityReference? Workflow => _row.GetAttributeValue<EntityReference>("workflowactivationid");

    public long Sequence => _row.GetAttributeValue<long>("sequence");

    public bool IsOver => State == Completed;

    /// <summary>
    /// When it runs: at once (null is told apart by <see cref="WaitsForSomebody"/>) or at its postponed time.
    /// </summary>
    public bool IsDue(DateTime now) => State switch
    {
        Ready => PostponeUntil is null || PostponeUntil <= now,
        Suspended => PostponeUntil <= now,
        _ => false,
    };

    /// <summary>Suspended without a time: only a user's change goes on with it.</summary>
    public bool WaitsForSomebody => State == Suspended && PostponeUntil is null;

    /// <summary>
    /// The loop guard counts the calls of a chain within an hour; a job that starts later begins anew.
    /// </summary>
    public bool BeginsAnew(DateTime now) =>
        now - (_row.GetAttributeValue<DateTime?>("correlationupdatedtime") ?? CreatedOn) > LoopTime;

    /// <summary>Requests of a job without a plug-in.</summary>
    public Caller CallerOf(Engine engine)
    {
        Guid user = RunsAs(engine);
        return new Caller
        {
            UserId = user,
            InitiatingUserId = user,
            Origin = RequestOrigin.Job,
            InJob = true,
            Depth = BeginsAnew(engine.Now()) ? 1 : Depth,
            CorrelationId = CorrelationId,
        };
    }

    /// <summary>In whose name a job without a plug-in works.</summary>
    public Guid RunsAs(Engine engine) =>
        Owner.LogicalName == "systemuser" ? Owner.Id : CreatedBy?.Id ?? engine.Identity.SystemUserId;
}
