using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Churn;

/// <summary>
/// An objection to profiling hides score and flag with the same save, and the moment of what was said is kept: that of
/// the change, however often the same is said again. Nobody writes the moment by hand. It costs no request.
/// </summary>
[Step(Message.Update, Customer.AccountTable, Stage.PreOperation,
    Rank = 5,
    OnChangeOf = new[] { CustomerRisk.Columns.ProfilingConsent, CustomerRisk.Columns.ProfilingConsentOn },
    PreImage = new[] { CustomerRisk.Columns.ProfilingConsent },
    Description = "An objection to profiling hides score and flag of an account at once.")]
[Step(Message.Update, Customer.ContactTable, Stage.PreOperation,
    Rank = 5,
    OnChangeOf = new[] { CustomerRisk.Columns.ProfilingConsent, CustomerRisk.Columns.ProfilingConsentOn },
    PreImage = new[] { CustomerRisk.Columns.ProfilingConsent },
    Description = "An objection to profiling hides score and flag of a contact at once.")]
[Step(Message.Create, Customer.AccountTable, Stage.PreOperation,
    Rank = 5,
    Description = "When a new account said something about profiling is kept.")]
[Step(Message.Create, Customer.ContactTable, Stage.PreOperation,
    Rank = 5,
    Description = "When a new contact said something about profiling is kept.")]
public sealed class KeepObjectionToProfiling : PluginBase
{
    private const int Unsaid = (int)ProfilingConsent.NotObjected;

    protected override void Run(StepRun run)
    {
        var target = (Entity)run.Context.InputParameters["Target"];
        if (target.Attributes.Remove(CustomerRisk.Columns.ProfilingConsentOn))
            run.Trace("The moment of what was said about profiling is not for anybody to write.");
        if (!target.Contains(CustomerRisk.Columns.ProfilingConsent)) return;
        int said = target.Number(CustomerRisk.Columns.ProfilingConsent) ?? Unsaid;
        if (said != Before(run)) target[CustomerRisk.Columns.ProfilingConsentOn] = run.Now;
        if (said != (int)ProfilingConsent.Objected) return;
        foreach (string column in CustomerRisk.Shown()) target[column] = null;
    }

    /// <summary>Nothing said is the same as no objection.</summary>
    private static int Before(StepRun run) => run.Context.MessageName == Message.Create
        ? Unsaid
        : run.PreImage<Entity>().Number(CustomerRisk.Columns.ProfilingConsent) ?? Unsaid;
}
