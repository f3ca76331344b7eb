using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Jobs;

/// <summary>The heartbeat's work, for any other scheduler: starts what is due and wakes what is unfinished.</summary>
[CustomApi(JobApis.RunDueWork.Name, "Run Due Work", "Fällige Arbeit ausführen",
    Description = "Starts scheduled work that is due; calling it more often than needed has no effect.",
    DescriptionGerman = "Startet fällige geplante Arbeit; ein Aufruf zu viel hat keine Wirkung.",
    ExecutePrivilege = ApiPermission.AdministratorPrivilege)]
[ResponseProperty(JobApis.RunDueWork.Slices, ParameterType.Integer, "Slices", "Teile")]
public sealed class RunDueWork : PluginBase
{
    protected override void Run(StepRun run) =>
        run.Context.OutputParameters[JobApis.RunDueWork.Slices] = new DueWork(run).Start();
}
