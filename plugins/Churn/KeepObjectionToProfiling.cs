using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Churn;

/// <summary>
/// An objection to profiling hides score and flag with the same save, and its moment is kept. It costs no request.
/// </summary>
[Step(Message.Update, Customer.AccountTable, Stage.PreOperation,
    Rank = 5,
    OnChangeOf = new[] { CustomerRisk.Columns.ProfilingConsent },
    Description = "An objection to profiling hides score and flag of an account at once.")]
[Step(Message.Update, Customer.ContactTable, Stage.PreOperation,
    Rank = 5,
    OnChangeOf = new[] { CustomerRisk.Columns.ProfilingConsent },
    Description = "An objection to profiling hides score and flag of a contact at once.")]
[Step(Message.Create, Customer.AccountTable, Stage.PreOperation,
    Rank = 5,
    Description = "When a new account said something about profiling is kept.")]
[Step(Message.Create, Customer.ContactTable, Stage.PreOperation,
    Rank = 5,
    Description = "When a new contact said something about profiling is kept.")]
public sealed class KeepObjectionToProfiling : PluginBase
{
    protected override void Run(StepRun run)
    {
        var target = (Entity)run.Context.InputParameters["Target"];
        int? said = target.Number(CustomerRisk.Columns.ProfilingConsent);
        bool isNew = run.Context.MessageName == Message.Create;
        if (isNew && said is null or (int)ProfilingConsent.NotObjected) return;
        target[CustomerRisk.Columns.ProfilingConsentOn] = run.Now;
        if (said != (int)ProfilingConsent.Objected) return;
        foreach (string column in CustomerRisk.Shown()) target[column] = null;
    }
}
