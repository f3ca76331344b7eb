using System;
using System.Collections.Generic;
using Dataverse.Local.Limits;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Plugins;

/// <summary>What a plugin is told about the request that has called it.</summary>
internal sealed class PluginContext : IPluginExecutionContext5
{
    private readonly Operation _operation;
    private readonly MessageEvent _event;
    private readonly bool _early;
    private bool _restarted;

    private PluginContext(Operation operation, MessageEvent seen, Stage stage, EntityReference? owner)
    {
        _operation = operation;
        _event = seen;
        _early = stage == Pipeline.Stage.PreValidation;
        Stage = (int)stage;
        OwningExtension = owner!;
        IsInTransaction = operation.Unit?.InTransaction ?? false;
        ParentContext = ParentOf(operation, seen, stage)!;
        UserId = operation.UserId;
        BusinessUnitId = operation.BusinessUnitId;
    }

    /// <summary>The request that the plugin takes part in.</summary>
    public Operation Operation => _operation;

    /// <summary>What the plugin sees of it.</summary>
    public MessageEvent Event => _event;

    public ContextImages Images { get; private set; } = new();

    /// <summary>Session and transaction that nested requests join; null in a job.</summary>
    public UnitOfWork? Unit { get; private init; }

    /// <summary>Of the run that is under way; null: it may take any time, or nobody runs.</summary>
    public PluginDeadline? Deadline { get; set; }

    /// <summary>Full name of the plugin that this is the context of; null: of the platform itself.</summary>
    public string? PluginType { get; private init; }

    /// <summary>True when the plugin runs as a system job or below one.</summary>
    public bool InJob { get; private init; }

    public int Stage { get; }

    public IPluginExecutionContext ParentContext { get; }

    public int Mode { get; private set; }

    /// <summary>2: the sandbox, the only mode of the cloud.</summary>
    public int IsolationMode => 2;

    public int Depth => _restarted ? 1 : _operation.Depth;

    public string MessageName => _event.Message;

    public string PrimaryEntityName => _event.Table.Length == 0 ? "none" : _event.Table;

    public Guid? RequestId => _operation.Id;

    public string SecondaryEntityName => "none";

    public ParameterCollection InputParameters => _event.Input;

    public ParameterCollection OutputParameters => _event.Output;

    public ParameterCollection SharedVariables => _early ? _event.EarlyVariables : _event.SharedVariables;

    public Guid UserId { get; private set; }

    public Guid InitiatingUserId => _operation.InitiatingUserId;

    public Guid BusinessUnitId { get; }

    public Guid OrganizationId => _operation.Engine.Identity.OrganizationId;

    public string OrganizationName => _operation.Engine.Options.OrganizationName;

    public Guid PrimaryEntityId => _event.RowId;

    public EntityImageCollection PreEntityImages => Images.Before;

    public EntityImageCollection PostEntityImages => Images.After;

    public EntityImageCollection[] PreEntityImagesCollection => Images.BeforeOfRows;

    public EntityImageCollection[] PostEntityImagesCollection => Images.AfterOfRows;

    public EntityReference OwningExtension { get; }

    public Guid CorrelationId => _operation.CorrelationId;

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsInTransaction { get; private init; }

    /// <summary>Of the request; for a job, of the job.</summary>
    public Guid OperationId { get; set; }

    public DateTime OperationCreatedOn => _operation.CreatedOn;

    public Guid UserAzureActiveDirectoryObjectId => Guid.Empty;

    public Guid InitiatingUserAzureActiveDirectoryObjectId => Guid.Empty;

    public Guid InitiatingUserApplicationId => Guid.Empty;

    public Guid PortalsContactId => Guid.Empty;

    public bool IsPortalsClientCall => false;

    public Guid AuthenticatedUserId => InitiatingUserId;

    public string InitiatingUserAgent => "";

    public static PluginContext ForStep(Operation operation, Step step, MessageEvent seen, Stage stage) =>
        new(operation, seen, stage, OwnerOf(step))
        {
            PluginType = step.PluginType,
            Unit = operation.Unit,
            InJob = operation.Caller.InJob,
            OperationId = operation.Id,
            UserId = step.ImpersonatingUserId ?? operation.UserId,
            Images = ImagesFor(operation, step, seen),
        };

    /// <summary>Of an asynchronous step: outside of the transaction, with a snapshot of the parameters.</summary>
    public static PluginContext ForJob(Operation operation, Step step, MessageEvent seen) =>
        new(operation, seen.Snapshot(), Pipeline.Stage.PostOperation, OwnerOf(step))
        {
            PluginType = step.PluginType,
            InJob = true,
            IsInTransaction = false,
            Mode = (int)StepMode.Asynchronous,
            UserId = step.ImpersonatingUserId ?? operation.UserId,
            Images = ImagesFor(operation, step, seen),
        };

    /// <summary>Of a request that is over, as a waiting system job remembers it.</summary>
    public static PluginContext OfKept(Operation operation, MessageEvent seen, Stage stage, EntityReference? owner) =>
        new(operation, seen, stage, owner) { InJob = true };

    /// <summary>Of the plugin that is the main operation of a custom API.</summary>
    public static PluginContext ForCustomApi(Operation operation, CustomApi api) =>
        new(operation, operation.Main, Pipeline.Stage.MainOperation, new EntityReference("customapi", api.Id))
        {
            PluginType = api.PluginType,
            Unit = operation.Unit,
            InJob = operation.Caller.InJob,
            OperationId = operation.Id,
        };

    /// <summary>Of a message that does its work by another one: the parent of that one's steps.</summary>
    public static PluginContext ForPlatform(Operation operation) =>
        new(operation, operation.Main, Pipeline.Stage.MainOperation, owner: null)
        {
            Unit = operation.Unit,
            InJob = operation.Caller.InJob,
            OperationId = operation.Id,
        };

    /// <summary>What a kept context knew beside its request.</summary>
    public void Recall(int mode, Guid userId, ContextImages images)
    {
        Mode = mode;
        UserId = userId;
        Images = images;
    }

    /// <summary>The job runs so late that its chain is not counted any more.</summary>
    public void BeginAnew() => _restarted = true;

    private static EntityReference OwnerOf(Step step) => new("sdkmessageprocessingstep", step.Id) { Name = step.Name };

    /// <summary>
    /// Create, Update and Delete: stages 20 and 40 see stage 10 as their parent. Other messages see the caller.
    /// </summary>
    private static PluginContext? ParentOf(Operation operation, MessageEvent seen, Stage stage)
    {
        bool splits = stage is Pipeline.Stage.PreOperation or Pipeline.Stage.PostOperation
            && seen.Message is "Create" or "Update" or "Delete" or "CreateMultiple" or "UpdateMultiple";
        return splits
            ? new PluginContext(operation, seen, Pipeline.Stage.PreValidation, null) { OperationId = operation.Id }
            : operation.Caller.Context;
    }

    private static ContextImages ImagesFor(Operation operation, Step step, MessageEvent seen) =>
        seen == operation.Bulk
            ? new ContextImages
            {
                BeforeOfRows = PerRow(operation, row => RowImages.BeforeFor(step, row)),
                AfterOfRows = PerRow(operation, row => RowImages.AfterFor(step, row)),
            }
            : new ContextImages
            {
                Before = RowImages.BeforeFor(step, seen),
                After = RowImages.AfterFor(step, seen),
            };

    private static EntityImageCollection[] PerRow(
        Operation operation, Func<MessageEvent, EntityImageCollection> image)
    {
        List<EntityImageCollection> images = [];
        foreach (MessageEvent row in operation.Rows)
        {
            images.Add(image(row));
        }

        return images.ToArray();
    }
}
