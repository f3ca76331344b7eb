using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Jobs;

/// <summary>Every beat starts what is due. After the commit and in no transaction: a failure costs one beat.</summary>
[Step(Message.Delete, HeartbeatRow.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "Every beat starts the work that is due.")]
public sealed class StartDueWorkOnHeartbeat : PluginBase
{
    protected override void Run(StepRun run) => new DueWork(run).Start();
}
