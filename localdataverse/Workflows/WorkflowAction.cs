namespace Dataverse.Local.Workflows;

/// <summary>One thing that a classic workflow does; variables pass from one to the next.</summary>
internal abstract class WorkflowAction
{
    public abstract void Run(WorkflowRun run);
}
