using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Loyalty;

/// <summary>Somebody else's plugin: posts the facts of an existing entry once more, under a new source.</summary>
public sealed class ForgingPlugin : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var factory = (IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory))!;
        IOrganizationService system = factory.CreateOrganizationService(null);
        var all = new QueryExpression("crmx_loyaltyentry") { ColumnSet = new ColumnSet(true) };
        Entity real = system.RetrieveMultiple(all).Entities[0];
        var forged = new Entity("crmx_loyaltyentry");
        foreach (System.Collections.Generic.KeyValuePair<string, object> fact in real.Attributes)
            if (fact.Key.StartsWith("crmx_", StringComparison.Ordinal) && fact.Key != "crmx_loyaltyentryid")
                forged[fact.Key] = fact.Value;
        string key = real.GetAttributeValue<string>("crmx_sourcekey");
        forged["crmx_sourcekey"] = key.Substring(0, key.Length - 32) + Guid.NewGuid().ToString("N");
        system.Create(forged);
    }
}
