using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>Whoever looks after the customer learns of a tier that fell, as the programme says.</summary>
[Step(Message.Create, TierChangeRow.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "Whoever looks after the customer learns of a tier that fell.")]
public sealed class TellOfTierLoss : PluginBase
{
    protected override void Run(StepRun run) => new TierNotice(run, run.Target<TierChangeRow>()).Write();
}
