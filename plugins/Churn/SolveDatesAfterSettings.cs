using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Churn;

/// <summary>Changed settings reach the risk dates of all customers in slices, beginning at once.</summary>
[Step(Message.Create, InsightSettingsRow.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "New settings of assessments reach all customers in slices.")]
[Step(Message.Update, InsightSettingsRow.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    OnChangeOf = new[] { InsightSettingsRow.Columns.Version },
    Description = "Changed settings of assessments reach all customers in slices.")]
public sealed class SolveDatesAfterSettings : PluginBase
{
    protected override void Run(StepRun run)
    {
        if (new JobStart(run).Now(JobCatalogue.InsightRebuild) == 0)
            run.NothingToDo("nobody is assessed by other settings.");
    }
}
