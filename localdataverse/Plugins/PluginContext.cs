using System;
using System.Collections.Generic;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Plugins;

/// <summary>What a plugin is told about the request that has called it.</summary>
internal sealed class PluginContext : IPluginExecutionContext5
{
    private static readonly EntityImageCollection[] NoImages = [];

    private readonly Operation _operation;
    private readonly MessageEvent _event;
    private readonly bool _early;

    private PluginContext(Operation operation, MessageEvent seen, Stage stage, EntityReference? owner)
    {
        _operation = operation;
        _event = seen;
        _early = stage == Pipeline.Stage.PreValidation;
        Stage = (int)stage;
        OwningExtension = owner!;
        IsInTransaction = operation.Unit.InTransaction;
        ParentContext = ParentOf(operation, seen, stage)!;
        UserId = operation.UserId;
    }

    /// <summary>Session and transaction that nested requests join; null in a job.</summary>
    public UnitOfWork? Unit { get; private init; }

    /// <summary>True when the plugin runs as a system job or below one.</summary>
    public bool InJob { get; private init; }

    public int Stage { get; }

    public IPluginExecutionContext ParentContext { get; }

    public int Mode { get; private init; }

    /// <summary>2: the sandbox, the only mode of the cloud.</summary>
    public int IsolationMode => 2;

    public int Depth => _operation.Depth;

    public string MessageName => _event.Message;

    public string PrimaryEntityName => _event.Table.Length == 0 ? "none" : _event.Table;

    public Guid? RequestId => _operation.Id;

    public string SecondaryEntityName => "none";

    public ParameterCollection InputParameters => _event.Input;

    public ParameterCollection OutputParameters => _event.Output;

    public ParameterCollection SharedVariables => _early ? _event.EarlyVariables : _event.SharedVariables;

    public Guid UserId { get; private set; }

    public Guid InitiatingUserId => _operation.InitiatingUserId;

    public Guid BusinessUnitId => _operation.Engine.Identity.BusinessUnitId;

    public Guid OrganizationId => _operation.Engine.Identity.OrganizationId;

    public string OrganizationName => _operation.Engine.Options.OrganizationName;

    public Guid PrimaryEntityId => _event.RowId;

    public EntityImageCollection PreEntityImages { get; private init; } = new();

    public EntityImageCollection PostEntityImages { get; private init; } = new();

    public EntityImageCollection[] PreEntityImagesCollection { get; private init; } = NoImages;

    public EntityImageCollection[] PostEntityImagesCollection { get; private init; } = NoImages;

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
            Unit = operation.Unit,
            InJob = operation.Caller.InJob,
            OperationId = operation.Id,
            UserId = step.ImpersonatingUserId ?? operation.UserId,
            PreEntityImages = seen == operation.Bulk ? new() : RowImages.BeforeFor(step, seen),
            PostEntityImages = seen == operation.Bulk ? new() : RowImages.AfterFor(step, seen),
            PreEntityImagesCollection = PerRow(operation, seen, row => RowImages.BeforeFor(step, row)),
            PostEntityImagesCollection = PerRow(operation, seen, row => RowImages.AfterFor(step, row)),
        };

    /// <summary>Of an asynchronous step: outside of the transaction, with a snapshot of the parameters.</summary>
    public static PluginContext ForJob(Operation operation, Step step, MessageEvent snapshot) =>
        new(operation, snapshot, Pipeline.Stage.PostOperation, OwnerOf(step))
        {
            InJob = true,
            IsInTransaction = false,
            Mode = (int)StepMode.Asynchronous,
            UserId = step.ImpersonatingUserId ?? operation.UserId,
            PreEntityImages = RowImages.BeforeFor(step, snapshot),
            PostEntityImages = RowImages.AfterFor(step, snapshot),
        };

    /// <summary>Of the plugin that is the main operation of a custom API.</summary>
    public static PluginContext ForCustomApi(Operation operation, CustomApi api) =>
        new(operation, operation.Main, Pipeline.Stage.MainOperation, new EntityReference("customapi", api.Id))
        {
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

    private static EntityImageCollection[] PerRow(
        Operation operation, MessageEvent seen, Func<MessageEvent, EntityImageCollection> image)
    {
        if (seen != operation.Bulk)
        {
            return NoImages;
        }

        List<EntityImageCollection> images = [];
        foreach (MessageEvent row in operation.Rows)
        {
            images.Add(image(row));
        }

        return images.ToArray();
    }
}
