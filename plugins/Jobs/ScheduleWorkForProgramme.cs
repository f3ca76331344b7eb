using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Jobs;

/// <summary>With the first programme comes the schedule, so that nobody has to think of it.</summary>
[Step(Message.Create, LoyaltyProgram.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "With the first programme comes the schedule.")]
public sealed class ScheduleWorkForProgramme : PluginBase
{
    protected override void Run(StepRun run)
    {
        if (new JobStore(run.System).Ids().Count > 0)
        {
            run.NothingToDo("there is a schedule.");
            return;
        }

        new JobRows(run).Repair(takeOver: false);
        new Schedule(run).Repair();
    }
}
