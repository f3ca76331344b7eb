using System;
using Microsoft.Xrm.Sdk;

namespace TestPlugins;

public sealed class PluginRun
{
    private readonly IOrganizationServiceFactory _factory;

    public PluginRun(IServiceProvider services)
    {
        Services = services;
        Context = (IPluginExecutionContext)services.GetService(typeof(IPluginExecutionContext));
        Tracing = (ITracingService)services.GetService(typeof(ITracingService));
        _factory = (IOrganizationServiceFactory)services.GetService(typeof(IOrganizationServiceFactory));
        Service = _factory.CreateOrganizationService(Context.UserId);
        SystemService = _factory.CreateOrganizationService(null);
    }

    public IServiceProvider Services { get; }

    public IPluginExecutionContext Context { get; }

    public ITracingService Tracing { get; }

    public IOrganizationService Service { get; }

    public IOrganizationService SystemService { get; }

    public Entity Target => (Entity)Context.InputParameters["Target"];
}
