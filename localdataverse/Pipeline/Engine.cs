using System;
using Dataverse.Local.Async;
using Dataverse.Local.Conflicts;
using Dataverse.Local.Import;
using Dataverse.Local.Limits;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Plugins;
using Dataverse.Local.Registration;
using Dataverse.Local.Security;
using Dataverse.Local.Store;
using Dataverse.Local.Tracing;

namespace Dataverse.Local.Pipeline;

/// <summary>Everything of one environment that outlives a request.</summary>
internal sealed class Engine : IDisposable
{
    public Engine(LocalDataverseOptions options, TableCatalog tables, Database database, Identity identity)
    {
        Options = options;
        Tables = tables;
        Database = database;
        Identity = identity;
        Ids = new SequentialIds(options.Clock);
        Readers = new Readers(options, tables, identity);
        Changes = new ChangeFollower(this);
        Conflicts = new ConflictLog(options.Conflicts);
        Sessions = new Sessions(this);
        Requests = new RequestCounter();
        Time = new TimeLimits(options.Limits, options.Clock);
        Throttle = options.Limits.ServiceProtection is { } limits ? new RequestThrottle(limits, options.Clock) : null;
        Recorder = new TraceRecorders();
        Registry = new Registry();
        Handlers = new MessageHandlers(this);
        Rules = new TableRules();
        Secured = new SecuredTables(tables);
        Rights = new RightsCache(this);
        Plugins = new PluginHost(this);
        Jobs = new AsyncQueue(this);
        Pipeline = new RequestPipeline(this);
    }

    public LocalDataverseOptions Options { get; }

    public TableCatalog Tables { get; }

    public Database Database { get; }

    public Identity Identity { get; }

    public Sessions Sessions { get; }

    public ChangeFollower Changes { get; }

    public ConflictLog Conflicts { get; }

    public RequestCounter Requests { get; }

    public TimeLimits Time { get; }

    /// <summary>Null: everybody may ask as much as he likes.</summary>
    public RequestThrottle? Throttle { get; }

    public TraceRecorders Recorder { get; }

    public Readers Readers { get; }

    public Registry Registry { get; }

    public MessageHandlers Handlers { get; }

    public TableRules Rules { get; }

    public SecuredTables Secured { get; }

    public RightsCache Rights { get; }

    public SequentialIds Ids { get; }

    public TableProfiles Profiles { get; } = new();

    public AutoNumbers AutoNumbers { get; } = new();

    public PluginHost Plugins { get; }

    public InstalledSolutions Solutions { get; } = new();

    public MessageRows Messages { get; } = new();

    public AsyncQueue Jobs { get; }

    public RequestPipeline Pipeline { get; }

    public TimeProvider Clock => Options.Clock;

    /// <summary>UTC in whole seconds: the platform stores no fractions.</summary>
    public DateTime Now()
    {
        DateTime now = Clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
    }

    public void Dispose()
    {
        Sessions.Dispose();
        Plugins.Dispose();
        Database.Dispose();
    }
}
