using System;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Plugins;

/// <summary>The service provider of one plugin run.</summary>
internal sealed class PluginServices : IServiceProvider, IOrganizationServiceFactory
{
    private readonly Engine _engine;
    private readonly PluginContext _context;
    private readonly TraceLog _log;

    public PluginServices(Engine engine, PluginContext context, TraceLog log)
    {
        _engine = engine;
        _context = context;
        _log = log;
    }

    /// <summary>Null for a service that the platform does not offer either.</summary>
    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceType == typeof(ITracingService))
        {
            return _log;
        }

        if (serviceType == typeof(IOrganizationServiceFactory))
        {
            return this;
        }

        return serviceType.IsInstanceOfType(_context) ? _context : OptionalServices.Find(serviceType, _log);
    }

    /// <summary>Null: SYSTEM. Empty: the user of the context.</summary>
    public IOrganizationService CreateOrganizationService(Guid? userId)
    {
        Guid user = userId ?? _engine.Identity.SystemUserId;
        return new PipelineClient(_engine, new Caller
        {
            UserId = user == Guid.Empty ? _context.UserId : user,
            InitiatingUserId = _context.InitiatingUserId,
            Origin = _context.InJob ? RequestOrigin.Job : RequestOrigin.Plugin,
            InJob = _context.InJob,
            Depth = _context.Depth + 1,
            CorrelationId = _context.CorrelationId,
            Context = _context,
            Unit = _context.Unit,
        });
    }
}
