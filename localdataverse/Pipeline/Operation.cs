using System;
using System.Collections.Generic;
using Dataverse.Local.Async;
using Dataverse.Local.Metadata;
using Dataverse.Local.Plugins;
using Dataverse.Local.Query;
using Dataverse.Local.Security;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Pipeline;

/// <summary>One request in flight: what handlers, table rules and the pipeline know about it.</summary>
internal sealed class Operation
{
    private static readonly MessageEvent[] NoRows = [];

    public Operation(Engine engine, UnitOfWork unit, Caller caller, MessageEvent main)
    {
        Engine = engine;
        Unit = unit;
        Caller = caller;
        Main = main;
        CorrelationId = caller.CorrelationId == Guid.Empty ? Guid.NewGuid() : caller.CorrelationId;
        CreatedOn = engine.Now();
    }

    /// <summary>A request that is over, as a waiting system job remembers it: without a session.</summary>
    private Operation(Engine engine, Caller caller, MessageEvent main)
        : this(engine, null!, caller, main)
    {
    }

    public Engine Engine { get; }

    public UnitOfWork Unit { get; }

    public Caller Caller { get; }

    /// <summary>The request itself.</summary>
    public MessageEvent Main { get; }

    /// <summary>One for each row: the request itself, or the rows of a bulk request.</summary>
    public MessageEvent[] Rows { get; set; } = NoRows;

    /// <summary>What steps on the bulk message see; null when nobody listens and nobody asked.</summary>
    public MessageEvent? Bulk { get; set; }

    public StepPlan Plan { get; set; } = null!;

    public Guid Id { get; private init; } = Guid.NewGuid();

    public Guid CorrelationId { get; }

    /// <summary>UTC, from the injected clock, whole seconds as the platform stores them.</summary>
    public DateTime CreatedOn { get; private init; }

    public Session Session => Unit.Session;

    public TableCatalog Tables => Engine.Tables;

    public Registry Registry => Engine.Registry;

    public TimeProvider Clock => Engine.Clock;

    public Guid UserId => Caller.UserId;

    public Guid InitiatingUserId => Caller.InitiatingUserId;

    /// <summary>What the user's roles allow, as far as this transaction has come.</summary>
    public PrincipalRights Rights => Engine.Rights.OfUser(Unit, UserId);

    /// <summary>The user's; in a system job that of its user when the job runs.</summary>
    public Guid BusinessUnitId => Unit is null
        ? JobStore.Use(Engine, unit => Engine.Rights.OfUser(unit, UserId).BusinessUnitId)
        : Rights.BusinessUnitId;

    /// <summary>Whose rights bound this request; empty when everything is allowed.</summary>
    public IReadOnlyList<PrincipalRights> Limits { get; set; } = [];

    public int Depth => Caller.Depth;

    public ParameterCollection SharedVariables => Main.SharedVariables;

    /// <summary>True when this request has opened the transaction and therefore closes it.</summary>
    public bool OwnsTransaction { get; set; }

    public static Operation OfKept(Engine engine, Caller caller, MessageEvent main, Guid id, DateTime createdOn) =>
        new(engine, caller, main) { Id = id, CreatedOn = createdOn };

    /// <summary>Runs another request through the whole pipeline, in this transaction, for the same user.</summary>
    public OrganizationResponse Execute(OrganizationRequest request) => Execute(request, UserId);

    /// <summary>The same for another user.</summary>
    public OrganizationResponse ExecuteAs(Guid userId, OrganizationRequest request) => Execute(request, userId);

    /// <summary>Runs a request as if the caller had issued it himself: for messages that only carry others.</summary>
    public OrganizationResponse Relay(OrganizationRequest request) => Engine.Pipeline.Execute(request, new Caller
    {
        UserId = UserId,
        InitiatingUserId = InitiatingUserId,
        ImpersonatorId = Caller.ImpersonatorId,
        IsTrusted = Caller.IsTrusted,
        Origin = RequestOrigin.Platform,
        InJob = Caller.InJob,
        Depth = Depth,
        CorrelationId = CorrelationId,
        Context = Caller.Context,
        Unit = Unit,
    });

    /// <summary>On whose behalf queries read, and what of it they may see; null: everything.</summary>
    public QueryContext QueryContext(IReadAccess? access = null) => Engine.Readers.Of(UserId, Unit).With(access);

    /// <summary>The pipeline as a service, for code that prefers Create, Retrieve, Update and Delete.</summary>
    public IOrganizationService Service() => new PipelineClient(Engine, Nested(UserId));

    private OrganizationResponse Execute(OrganizationRequest request, Guid userId) =>
        Engine.Pipeline.Execute(request, Nested(userId));

    /// <summary>
    /// Same depth: a platform message that does its work by another one does not count as a plugin's call.
    /// </summary>
    private Caller Nested(Guid userId) => new()
    {
        UserId = userId,
        InitiatingUserId = InitiatingUserId,
        ImpersonatorId = Caller.ImpersonatorId,
        IsTrusted = Caller.IsTrusted || AccessGate.CoversItsWork(Main.Message),
        Origin = RequestOrigin.Platform,
        InJob = Caller.InJob,
        Depth = Depth,
        CorrelationId = CorrelationId,
        Context = PluginContext.ForPlatform(this),
        Unit = Unit,
    };
}
