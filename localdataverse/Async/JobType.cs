namespace Dataverse.Local.Async;

/// <summary>The column operationtype, with the values of the jobs that exist here.</summary>
internal enum JobType
{
    /// <summary>"System Event": an asynchronous step.</summary>
    Step = 1,

    /// <summary>A background workflow.</summary>
    Workflow = 10,

    BulkDelete = 13,
}
