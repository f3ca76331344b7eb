using System;
using System.Globalization;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Async;

/// <summary>How a run of a job ended, and what becomes of the job.</summary>
internal sealed class JobOutcome
{
    private JobOutcome(JobStatus status) => Status = status;

    public static JobOutcome Succeeded { get; } = new(JobStatus.Succeeded);

    /// <summary>The same, and its row is not kept.</summary>
    public static JobOutcome SucceededAndGone { get; } = new(JobStatus.Succeeded) { RemovesRow = true };

    public static JobOutcome Canceled { get; } = new(JobStatus.Canceled);

    public JobStatus Status { get; }

    public bool RemovesRow { get; private init; }

    /// <summary>The plug-in asks to be run again.</summary>
    public bool IsRetry { get; private init; }

    /// <summary>A recurring job's next time, UTC.</summary>
    public DateTime? NextRun { get; private init; }

    public OrganizationServiceFault? Fault { get; private init; }

    /// <summary>Waits for its next time; a fault of this run stays visible in the row.</summary>
    public static JobOutcome Again(DateTime next, OrganizationServiceFault? fault) =>
        new(JobStatus.Waiting) { NextRun = next, Fault = fault };

    /// <summary>Waits until somebody resumes it.</summary>
    public static JobOutcome Suspended(OrganizationServiceFault fault) => new(JobStatus.Waiting) { Fault = fault };

    public static JobOutcome Failed(OrganizationServiceFault fault) => new(JobStatus.Failed) { Fault = fault };

    /// <summary>What the status of the plug-in's exception asks for; any other fault fails the job.</summary>
    public static JobOutcome Of(OrganizationServiceFault fault) => StatusOf(fault) switch
    {
        OperationStatus.Canceled => new(JobStatus.Canceled) { Fault = fault },
        OperationStatus.Suspended => Suspended(fault),
        OperationStatus.Succeeded => new(JobStatus.Succeeded) { Fault = fault },
        OperationStatus.Retry => new(JobStatus.Waiting) { IsRetry = true, Fault = fault },
        _ => Failed(fault),
    };

    /// <summary>Null: the fault does not come from an InvalidPluginExecutionException.</summary>
    public static OperationStatus? StatusOf(OrganizationServiceFault fault) =>
        fault.ErrorCode == ErrorCodes.IsvAborted
        && fault.ErrorDetails.TryGetValue("OperationStatus", out object? value)
        && value is string text
            ? (OperationStatus)int.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
