using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Jobs;

/// <summary>A slice is worked on when it is cut, and again when a heartbeat wakes it. It never wakes itself.</summary>
[Step(Message.Create, JobSliceRow.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "A slice is worked on when it is cut.")]
[Step(Message.Update, JobSliceRow.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    OnChangeOf = new[] { JobSliceRow.Columns.Attempts },
    Description = "A slice that was not finished is worked on again.")]
public sealed class WorkOnSlice : PluginBase
{
    protected override void Run(StepRun run) => new SliceRun(run).Execute(run.Context.PrimaryEntityId);
}
