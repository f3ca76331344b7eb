using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace TestPlugins;

/// <summary>A contact that is created counts on its account.</summary>
public sealed class AddToParent : TestPlugin
{
    protected override void Run(PluginRun run)
    {
        EntityReference parent = run.Target.GetAttributeValue<EntityReference>("parentcustomerid");
        Entity account = run.Service.Retrieve("account", parent.Id, new ColumnSet("numberofemployees"));
        run.Service.Update(new Entity("account", parent.Id)
        {
            ["numberofemployees"] = account.GetAttributeValue<int>("numberofemployees") + 1,
        });
    }
}
