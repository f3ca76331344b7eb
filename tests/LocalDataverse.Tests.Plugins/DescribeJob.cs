using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace TestPlugins;

/// <summary>Traces what an asynchronous step knows beside its message: job, chain, shared variables.</summary>
public sealed class DescribeJob : TestPlugin
{
    protected override void Run(PluginRun run)
    {
        IPluginExecutionContext context = run.Context;
        Entity job = run.SystemService.Retrieve("asyncoperation", context.OperationId, new ColumnSet("statuscode"));
        run.Tracing.Trace("job status " + job.GetAttributeValue<OptionSetValue>("statuscode").Value);
        run.Tracing.Trace("created " + context.OperationCreatedOn.ToString("s", CultureInfo.InvariantCulture));
        run.Tracing.Trace("user " + context.UserId + " initiating " + context.InitiatingUserId);
        run.Tracing.Trace("correlation " + context.CorrelationId);
        run.Tracing.Trace("depth " + context.Depth + " offline " + context.IsExecutingOffline);
        run.Tracing.Trace("shared " + string.Join(",", context.SharedVariables.OrderBy(v => v.Key).Select(Text)));
        run.Tracing.Trace("name " + run.Target.GetAttributeValue<string>("name"));
        run.Tracing.Trace("parents " + Parents(context.ParentContext));
    }

    private static string Text(KeyValuePair<string, object> variable)
    {
        Entity row = variable.Value as Entity;
        Money money = variable.Value as Money;
        Guid[] ids = variable.Value as Guid[];
        return variable.Key + "="
            + (row != null ? (string)row["subject"]
                : money != null ? money.Value.ToString(CultureInfo.InvariantCulture)
                : ids != null ? ids.Length.ToString(CultureInfo.InvariantCulture)
                : variable.Value.ToString());
    }

    private static string Parents(IPluginExecutionContext context)
    {
        return context == null
            ? "none"
            : context.MessageName + "/" + context.Stage + " < " + Parents(context.ParentContext);
    }
}
