using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace TestPlugins;

/// <summary>Updates its row, and postpones the jobs that this makes by the configured number of minutes.</summary>
public sealed class TouchLater : TestPlugin
{
    private readonly int _minutes;

    public TouchLater(string minutes)
    {
        _minutes = int.Parse(minutes, CultureInfo.InvariantCulture);
    }

    protected override void Run(PluginRun run)
    {
        run.Service.Update(new Entity(run.Context.PrimaryEntityName, run.Context.PrimaryEntityId) { ["fax"] = "1" });
        QueryExpression waiting = new QueryExpression("asyncoperation") { ColumnSet = new ColumnSet("createdon") };
        waiting.Criteria.AddCondition("statuscode", ConditionOperator.Equal, 0);
        foreach (Entity job in run.SystemService.RetrieveMultiple(waiting).Entities)
        {
            run.SystemService.Update(new Entity("asyncoperation", job.Id)
            {
                ["postponeuntil"] = job.GetAttributeValue<DateTime>("createdon").AddMinutes(_minutes),
            });
        }
    }
}
