using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace TestPlugins;

/// <summary>Keeps the subject of the account's one task equal to the account's name.</summary>
public sealed class CopyNameToTask : TestPlugin
{
    protected override void Run(PluginRun run)
    {
        QueryExpression query = new QueryExpression("task") { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition("regardingobjectid", ConditionOperator.Equal, run.Context.PrimaryEntityId);
        EntityCollection known = run.Service.RetrieveMultiple(query);
        Entity task = new Entity("task") { ["subject"] = run.Target["name"] };
        if (known.Entities.Count == 0)
        {
            task["regardingobjectid"] = new EntityReference("account", run.Context.PrimaryEntityId);
            run.Service.Create(task);
        }
        else
        {
            task.Id = known.Entities[0].Id;
            run.Service.Update(task);
        }
    }
}
