using System;
using System.Runtime.Serialization;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Async;

/// <summary>
/// The context of an asynchronous step as it is kept while its job waits, with the contexts that called it.
/// </summary>
[DataContract(Name = "Context", Namespace = "")]
internal sealed class JobContext
{
    [DataMember]
    public string Message { get; private set; } = "";

    [DataMember]
    public string Table { get; private set; } = "";

    [DataMember]
    public Guid RowId { get; private set; }

    [DataMember]
    public int Stage { get; private set; }

    [DataMember]
    public int Depth { get; private set; }

    [DataMember]
    public int Mode { get; private set; }

    /// <summary>In whose name the plug-in runs.</summary>
    [DataMember]
    public Guid UserId { get; private set; }

    /// <summary>In whose name the request ran.</summary>
    [DataMember]
    public Guid CallerId { get; private set; }

    [DataMember]
    public Guid InitiatingUserId { get; private set; }

    [DataMember]
    public Guid CorrelationId { get; private set; }

    [DataMember]
    public Guid RequestId { get; private set; }

    [DataMember]
    public DateTime CreatedOn { get; private set; }

    [DataMember]
    public EntityReference? Owner { get; private set; }

    [DataMember]
    public ParameterCollection Input { get; private set; } = new();

    [DataMember]
    public ParameterCollection Output { get; private set; } = new();

    [DataMember]
    public ParameterCollection Shared { get; private set; } = new();

    [DataMember]
    public ParameterCollection Early { get; private set; } = new();

    [DataMember]
    public ContextImages Images { get; private set; } = new();

    /// <summary>The context whose plug-in issued the request; null: from outside.</summary>
    [DataMember]
    public JobContext? Calling { get; private set; }

    public static JobContext Of(PluginContext context, Step step)
    {
        JobContext kept = Of(context);
        kept.Owner = new EntityReference("sdkmessageprocessingstep", step.Id) { Name = step.Name };
        return kept;
    }

    /// <summary>The operation id is that of the job; of calling contexts, that of their request.</summary>
    public PluginContext Restore(Engine engine, Guid operationId)
    {
        PluginContext context = PluginContext.OfKept(OperationOf(engine), EventOf(), (Stage)Stage, Owner);
        context.Recall(Mode, UserId, Images);
        context.OperationId = operationId;
        return context;
    }

    private static JobContext Of(PluginContext context)
    {
        Operation operation = context.Operation;
        MessageEvent seen = context.Event;
        return new JobContext
        {
            Message = seen.Message,
            Table = seen.Table,
            RowId = seen.RowId,
            Stage = context.Stage,
            Depth = context.Depth,
            Mode = context.Mode,
            UserId = context.UserId,
            CallerId = operation.UserId,
            InitiatingUserId = operation.InitiatingUserId,
            CorrelationId = operation.CorrelationId,
            RequestId = operation.Id,
            CreatedOn = operation.CreatedOn,
            Owner = context.OwningExtension,
            Input = seen.Input,
            Output = seen.Output,
            Shared = seen.SharedVariables,
            Early = seen.EarlyVariables,
            Images = context.Images,
            Calling = operation.Caller.Context is PluginContext caller ? Of(caller) : null,
        };
    }

    private Operation OperationOf(Engine engine) => Operation.OfKept(
        engine,
        new Caller
        {
            UserId = CallerId,
            InitiatingUserId = InitiatingUserId,
            Origin = RequestOrigin.Job,
            InJob = true,
            Depth = Depth,
            CorrelationId = CorrelationId,
            Context = Calling?.Restore(engine, Calling.RequestId),
        },
        EventOf(),
        RequestId,
        CreatedOn);

    private MessageEvent EventOf()
    {
        MessageEvent seen = new(Message, Table, Input) { RowId = RowId, Output = Output };
        seen.SharedVariables.AddRange(Shared);
        seen.EarlyVariables.AddRange(Early);
        return seen;
    }
}
