using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>
/// Somebody else's plugin that refuses to have one member changed by a job, a slice report progress or a slice of
/// documents be cut, until there is an account of the name <see cref="Pardon"/>.
/// </summary>
public sealed class FailingPlugin : IPlugin
{
    public const string Pardon = "Enough";

    private readonly Guid victim;

    public FailingPlugin(string configuration) => victim = Guid.Parse(configuration);

    public void Execute(IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext))!;
        var target = (Entity)context.InputParameters["Target"];
        bool isProgress = victim == Guid.Empty && target.Contains("crmx_cursorfrom") && !target.Contains("crmx_state");
        bool isCut = context.MessageName == "Create"
            && target.GetAttributeValue<string>("crmx_name")
                .StartsWith("Orders and invoices", StringComparison.Ordinal);
        if (!isProgress && !isCut && target.Id != victim) return;
        var factory = (IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory))!;
        var pardon = new QueryExpression("account");
        pardon.Criteria.AddCondition("name", ConditionOperator.Equal, Pardon);
        if (factory.CreateOrganizationService(null).RetrieveMultiple(pardon).Entities.Count > 0) return;
        throw new InvalidPluginExecutionException("A plugin of somebody else refuses.");
    }
}
