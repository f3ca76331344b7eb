using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>Traces what Associate and Disassociate tell; configured with a relationship, refuses it.</summary>
public sealed class DescribeAssociation : TestPlugin
{
    private readonly string _refused;

    public DescribeAssociation(string configuration)
    {
        _refused = configuration;
    }

    protected override void Run(PluginRun run)
    {
        Relationship relationship = (Relationship)run.Context.InputParameters["Relationship"];
        EntityReference target = (EntityReference)run.Context.InputParameters["Target"];
        EntityReferenceCollection related =
            (EntityReferenceCollection)run.Context.InputParameters["RelatedEntities"];
        run.Tracing.Trace(string.Format(
            CultureInfo.InvariantCulture,
            "{0} {1} of {2} with {3}",
            run.Context.MessageName,
            relationship.SchemaName,
            target.LogicalName,
            string.Join(",", related.Select(row => row.LogicalName))));
        if (relationship.SchemaName == _refused)
        {
            throw new InvalidPluginExecutionException("not this relationship");
        }
    }
}
