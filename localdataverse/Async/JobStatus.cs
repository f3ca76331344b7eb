namespace Dataverse.Local.Async;

/// <summary>The column statuscode of a system job; tens are its states (Ready, Suspended, Locked, Completed).</summary>
public enum JobStatus
{
    /// <summary>Ready: runs with the next <see cref="LocalDataverse.RunAsyncJobs"/>.</summary>
    WaitingForResources = 0,

    /// <summary>Suspended: until its time (postponeuntil), or, without one, until somebody resumes it.</summary>
    Waiting = 10,

    /// <summary>Locked: its plug-in sees the job so.</summary>
    InProgress = 20,

    /// <summary>Completed without a fault; the row may be gone then.</summary>
    Succeeded = 30,

    /// <summary>Completed, with message, friendlymessage and errorcode.</summary>
    Failed = 31,

    /// <summary>Completed, by a user or by its own plug-in.</summary>
    Canceled = 32,
}
