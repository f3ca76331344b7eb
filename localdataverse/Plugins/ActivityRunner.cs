using System;
using System.Activities;
using System.Collections.Generic;
using Dataverse.Local.Limits;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Tracing;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Dataverse.Local.Plugins;

/// <summary>
/// Runs code activities. Like a synchronous workflow the activity and all that it calls are one transaction: the
/// message ExecuteWorkflow is its request.
/// </summary>
internal static class ActivityRunner
{
    public static IDictionary<string, object> Run(Engine engine, ActivityCall call)
    {
        Guid user = call.UserId ?? engine.Identity.AdministratorId;
        UnitOfWork unit = engine.Sessions.Rent();
        try
        {
            MessageEvent main = new("ExecuteWorkflow", call.Target?.LogicalName ?? "", new ParameterCollection())
            {
                RowId = call.Target?.Id ?? Guid.Empty,
            };
            Caller caller = new() { UserId = user, InitiatingUserId = user, Origin = RequestOrigin.Outside };
            Operation operation = new(engine, unit, caller, main);
            unit.Begin();
            IDictionary<string, object> outputs = Run(operation, call.Type, call.Inputs);
            engine.Jobs.Add(unit.Commit());
            return outputs;
        }
        catch (Exception)
        {
            unit.Rollback();
            throw;
        }
        finally
        {
            engine.Sessions.Return(unit);
        }
    }

    /// <summary>Within an operation: for a message that runs workflows.</summary>
    public static IDictionary<string, object> Run(
        Operation operation, string typeName, IDictionary<string, object> inputs)
    {
        Engine engine = operation.Engine;
        Activity activity = Make(engine.Plugins.TypeOf(typeName));
        PluginContext context = PluginContext.ForPlatform(operation);
        TraceLog log = new(engine.Recorder, engine.Options.Limits.TraceCharacters);
        PluginServices services = new(engine, context, log);
        WorkflowInvoker invoker = new(activity);
        invoker.Extensions.Add<IWorkflowContext>(() => new WorkflowContext(context));
        invoker.Extensions.Add<ITracingService>(() => log);
        invoker.Extensions.Add<IOrganizationServiceFactory>(() => services);
        using TraceScope scope = engine.Recorder.Activity(typeName);
        PluginDeadline? deadline = engine.Time.Start(typeName);
        context.Deadline = deadline;
        try
        {
            IDictionary<string, object> outputs = invoker.Invoke(inputs);
            deadline?.Check();
            return operation.Unit is { IsDoomed: true }
                ? throw Fault.Because(ErrorCodes.TransactionReduced, FaultText.TransactionReduced)
                : outputs;
        }
        catch (Exception exception)
        {
            throw PluginFaults.Of(deadline?.CauseOf(exception) ?? exception, typeName, log, engine.Now());
        }
    }

    private static Activity Make(Type type) =>
        typeof(Activity).IsAssignableFrom(type)
            ? (Activity)Activator.CreateInstance(type)!
            : throw Fault.Because(
                ErrorCodes.InvalidArgument, $"Type '{type.FullName}' is no activity: derive it from CodeActivity.");
}
