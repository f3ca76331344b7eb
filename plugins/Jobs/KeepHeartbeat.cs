using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Jobs;

/// <summary>A heartbeat that was deleted comes back in the same transaction: the next beat needs it.</summary>
[Step(Message.Delete, HeartbeatRow.Table, Stage.PostOperation,
    Description = "A heartbeat that was deleted comes back in the same transaction.")]
public sealed class KeepHeartbeat : PluginBase
{
    protected override void Run(StepRun run) => Schedule.Beat(run);
}
