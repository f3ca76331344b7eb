using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Jobs;

/// <summary>One subject of one job in one transaction, whether a slice or an administrator asks for it.</summary>
[CustomApi(JobApis.RunJobItem.Name, "Run Job Item", "Einzelne Arbeit ausführen",
    Description = "Does a scheduled job's work for one row, such as expiring one member's points.",
    DescriptionGerman = "Erledigt eine geplante Arbeit für eine Zeile, etwa den Verfall eines Mitglieds.",
    IsPrivate = true,
    ExecutePrivilege = ApiPermission.AdministratorPrivilege)]
[RequestParameter(JobApis.RunJobItem.Job, ParameterType.String, "Job", "Arbeit")]
[RequestParameter(JobApis.RunJobItem.Subject, ParameterType.Guid, "Subject", "Gegenstand")]
[RequestParameter(JobApis.RunJobItem.Since, ParameterType.DateTime, "Since", "Seit", IsOptional = true)]
[ResponseProperty(JobApis.RunJobItem.Entries, ParameterType.Integer, "Entries", "Buchungen")]
public sealed class RunJobItem : PluginBase
{
    protected override void Run(StepRun run)
    {
        ParameterCollection input = run.Context.InputParameters;
        var job = (string)input[JobApis.RunJobItem.Job];
        var subject = (Guid)input[JobApis.RunJobItem.Subject];
        DateTime? since = input.TryGetValue(JobApis.RunJobItem.Since, out object? given) ? given as DateTime? : null;
        run.Context.OutputParameters[JobApis.RunJobItem.Entries] = new JobItems(run).Run(job, subject, since);
    }
}
