using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Concurrency;

/// <summary>As if whoever had the customer's row before had enrolled the customer, while this one waited for the
/// row.</summary>
public sealed class EnrollingPlugin : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext))!;
        var factory = (IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory))!;
        IOrganizationService system = factory.CreateOrganizationService(null);
        Entity programme = system.RetrieveMultiple(new QueryExpression(Crmx.Program)).Entities[0];
        system.Create(new Entity(Crmx.Member)
        {
            ["crmx_name"] = "The first one's",
            ["crmx_programid"] = programme.ToEntityReference(),
            ["crmx_customerid"] = new EntityReference(context.PrimaryEntityName, context.PrimaryEntityId),
        });
    }
}
