using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Attacks;

/// <summary>Somebody's plugin: while one order is being fulfilled, it closes every open one by a row.</summary>
public sealed class OrderClosingPlugin : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var factory = (IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory))!;
        IOrganizationService system = factory.CreateOrganizationService(null);
        var open = new QueryExpression("salesorder");
        open.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        foreach (Entity order in system.RetrieveMultiple(open).Entities)
            system.Create(new Entity("orderclose") { ["salesorderid"] = order.ToEntityReference(), ["subject"] = "x" });
    }
}
