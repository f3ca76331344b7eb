using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Api = CrmExtensions.Xrm.Schema.ChurnApis.TrainChurn;

namespace CrmExtensions.Plugins.Churn;

/// <summary>Starts a training: pages are added up after the commit, and the last slice fits and judges.</summary>
[CustomApi(Api.Name, "Train Churn Model", "Abwanderungsmodell trainieren",
    Description = "Starts a training over all assessed customers; it goes on in slices.",
    DescriptionGerman = "Beginnt ein Training über alle bewerteten Kunden; es läuft in Abschnitten weiter.",
    ExecutePrivilege = ApiPermission.AdministratorPrivilege)]
[ResponseProperty(Api.ModelRunId, ParameterType.Guid, "Model Run", "Modelllauf")]
public sealed class TrainChurn : PluginBase
{
    protected override void Run(StepRun run)
    {
        int parts = new JobStart(run).Now(JobCatalogue.ChurnTraining);
        run.Context.OutputParameters[Api.ModelRunId] = parts == 0
            ? Guid.Empty
            : new Training(run).Current() ?? Guid.Empty;
        if (parts == 0) run.NothingToDo("nobody has ordered before today, or nobody was assessed yet.");
    }
}
