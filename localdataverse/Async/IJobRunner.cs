using Dataverse.Local.Pipeline;

namespace Dataverse.Local.Async;

/// <summary>
/// Does the work of one type of job; found like the handlers. A fault that it lets through fails the job, or does what
/// the plug-in's <see cref="Microsoft.Xrm.Sdk.OperationStatus"/> asks for.
/// </summary>
internal interface IJobRunner
{
    JobType Type { get; }

    JobOutcome Run(Engine engine, SystemJob job, JobRow row);
}
