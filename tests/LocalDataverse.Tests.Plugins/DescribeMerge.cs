using System;
using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>Traces what Merge tells, and writes a fax number into UpdateContent before the operation.</summary>
public sealed class DescribeMerge : TestPlugin
{
    protected override void Run(PluginRun run)
    {
        EntityReference target = (EntityReference)run.Context.InputParameters["Target"];
        Guid subordinate = (Guid)run.Context.InputParameters["SubordinateId"];
        Entity content = (Entity)run.Context.InputParameters["UpdateContent"];
        run.Tracing.Trace("merge " + subordinate + " into " + target.Id);
        content["fax"] = "42";
    }
}
