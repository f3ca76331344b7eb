using System;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Concurrency;

/// <summary>As if another transaction deactivated the member between its poster's read and the lock.</summary>
public sealed class LeavingPlugin : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext))!;
        var factory = (IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory))!;
        var entry = (Entity)context.InputParameters["Target"];
        factory.CreateOrganizationService(null).Update(new Entity(
            Crmx.Member, ((EntityReference)entry["crmx_memberid"]).Id)
        {
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(2),
        });
    }
}
