using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace TestPlugins;

/// <summary>A contact that is created counts on its account, which is locked by a write before it is read.</summary>
public sealed class LockThenAdd : TestPlugin
{
    protected override void Run(PluginRun run)
    {
        EntityReference parent = run.Target.GetAttributeValue<EntityReference>("parentcustomerid");
        run.Service.Update(new Entity("account", parent.Id) { ["fax"] = "locked" });
        Entity account = run.Service.Retrieve("account", parent.Id, new ColumnSet("numberofemployees"));
        run.Service.Update(new Entity("account", parent.Id)
        {
            ["numberofemployees"] = account.GetAttributeValue<int>("numberofemployees") + 1,
        });
    }
}
