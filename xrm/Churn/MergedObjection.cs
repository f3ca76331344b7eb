using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// Two rows that were merged are one person: an objection to profiling on the row that gave way is one of the row that
/// stayed, unless something was said there later.
/// </summary>
internal sealed class MergedObjection
{
    private readonly StepRun run;

    public MergedObjection(StepRun run) => this.run = run;

    public void Carry(EntityReference gaveWay)
    {
        if (CustomerNow.Find(run.System, gaveWay) is { } customer) Carry(customer);
    }

    public void Carry(CustomerNow gaveWay)
    {
        if (!gaveWay.IsMerged || !gaveWay.ObjectsToProfiling || gaveWay.Master is not { } master) return;
        if (CustomerNow.Find(run.System, master) is not { } stayed || stayed.ObjectsToProfiling) return;
        if (stayed.SaidOn is { } said && said >= gaveWay.SaidOn) return;
        run.System.Update(new Entity(master.LogicalName, master.Id)
        {
            [CustomerRisk.Columns.ProfilingConsent] = Choice.Of((int)ProfilingConsent.Objected),
        });
    }
}
