using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.CrossSell;

/// <summary>A reason names the window that it was counted in: when it changes, all orders are counted anew.</summary>
[Step(Message.Update, CrossSellSettingsRow.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    OnChangeOf = new[] { CrossSellSettingsRow.Columns.WindowDays },
    Description = "A changed window of days is counted anew from all orders, beginning with the next beat.")]
public sealed class CountWindowsAfterSettings : PluginBase
{
    protected override void Run(StepRun run) => new JobStart(run).Again(JobCatalogue.OrderBaskets);
}
