using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>Traces what it is told; tests read the trace.</summary>
public sealed class DescribeContext : TestPlugin
{
    protected override void Run(PluginRun run)
    {
        IPluginExecutionContext context = run.Context;
        run.Tracing.Trace(string.Format(
            CultureInfo.InvariantCulture,
            "{0} {1} stage {2} mode {3} depth {4} transaction {5}",
            context.MessageName,
            context.PrimaryEntityName,
            context.Stage,
            context.Mode,
            context.Depth,
            context.IsInTransaction));
        run.Tracing.Trace("pre " + Describe(context.PreEntityImages));
        run.Tracing.Trace("post " + Describe(context.PostEntityImages));
        run.Tracing.Trace("user " + context.UserId + " initiating " + context.InitiatingUserId);
        run.Tracing.Trace("created " + context.OperationCreatedOn.ToString("s", CultureInfo.InvariantCulture));
        run.Tracing.Trace("owner " + context.OwningExtension.LogicalName + " " + context.OwningExtension.Id);
        run.Tracing.Trace("output " + string.Join(",", context.OutputParameters.Keys));
        run.Tracing.Trace("ancestors " + Ancestors(context.ParentContext));
    }

    private static string Describe(EntityImageCollection images)
    {
        return string.Join(
            ";",
            images.Select(image => image.Key + ": " + string.Join(
                ",",
                image.Value.Attributes.OrderBy(a => a.Key).Select(a => a.Key + "=" + Text(a.Value)))));
    }

    private static string Text(object value)
    {
        OptionSetValue option = value as OptionSetValue;
        return option != null ? option.Value.ToString(CultureInfo.InvariantCulture) : value.ToString();
    }

    private static string Ancestors(IPluginExecutionContext context)
    {
        return context == null
            ? "none"
            : context.MessageName + "/" + context.Stage + "/"
                + (context.OwningExtension == null ? "platform" : "step")
                + " < " + Ancestors(context.ParentContext);
    }
}
