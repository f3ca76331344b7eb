using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Jobs;

/// <summary>Creates the scheduled work, or what of it was lost; what an administrator has set stays.</summary>
[CustomApi(JobApis.EnsureSchedule.Name, "Ensure Schedule", "Zeitplan sicherstellen",
    Description = "Creates jobs and heartbeats where they are missing; settings of existing jobs stay.",
    DescriptionGerman = "Legt fehlende Arbeiten und Taktgeber an; Einstellungen vorhandener bleiben.",
    ExecutePrivilege = ApiPermission.AdministratorPrivilege)]
[RequestParameter(JobApis.EnsureSchedule.TakeOver, ParameterType.Boolean, "Take Over", "Übernehmen",
    IsOptional = true,
    Description = "Whether jobs that came with a copy of another environment run here from now on.",
    DescriptionGerman = "Ob Arbeiten aus der Kopie einer anderen Umgebung ab jetzt hier laufen.")]
[ResponseProperty(JobApis.EnsureSchedule.Repaired, ParameterType.Integer, "Repaired", "Ergänzt")]
[ResponseProperty(JobApis.EnsureSchedule.Foreign, ParameterType.Integer, "Foreign", "Fremd")]
public sealed class EnsureSchedule : PluginBase
{
    protected override void Run(StepRun run)
    {
        bool takeOver = run.Context.InputParameters.TryGetValue(JobApis.EnsureSchedule.TakeOver, out object? given)
            && given is true;
        var jobs = new JobRows(run);
        int repaired = jobs.Repair(takeOver) + new Schedule(run).Repair();
        new ScheduleHealth(run).Check();
        run.Context.OutputParameters[JobApis.EnsureSchedule.Repaired] = repaired;
        run.Context.OutputParameters[JobApis.EnsureSchedule.Foreign] = jobs.Foreign;
    }
}
