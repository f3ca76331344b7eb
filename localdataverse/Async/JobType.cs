namespace Dataverse.Local.Async;

/// <summary>The column operationtype, with the values of the jobs that exist here.</summary>
internal enum JobType
{
    /// <summary>"System Event": an asynchronous step.</summary>
    Step = 1,

    /// <summary>A background workflow.</summary>
    Workflow = 10,

    BulkDelete = 13,

    /// <summary>An import that nobody waits for, upgrades in one go included.</summary>
    ImportSolution = 203,

    DeleteAndPromote = 207,
}
