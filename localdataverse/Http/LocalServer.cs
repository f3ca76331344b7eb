using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Dataverse.Local.Http.Api;
using Dataverse.Local.Http.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Dataverse.Local.Http;

/// <summary>
/// An environment over HTTP: the Web API v9.2 and plain pages per table and row. It listens on 127.0.0.1 only and
/// answers nobody but programs of this machine and pages that it has served itself.
/// </summary>
public sealed class LocalServer : IDisposable
{
    private readonly WebApplication _application;
    private readonly ApiEndpoint _api;
    private readonly PageEndpoint _pages;
    private readonly JobTimer? _jobs;

    private LocalServer(LocalDataverse dataverse, LocalServerOptions options)
    {
        _api = new ApiEndpoint(dataverse, options);
        _pages = new PageEndpoint(dataverse, options);
        if (options.RunsAsyncJobs) _jobs = new JobTimer(dataverse, options);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        _application = builder.Build();
        _application.Run(Answer);
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Address of the Web API, with a slash at its end.</summary>
    public Uri ApiAddress => new(Address, ApiEndpoint.Root);

    /// <summary>Starts to listen; a taken port is an IOException.</summary>
    public static LocalServer Start(LocalDataverse dataverse, LocalServerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(dataverse);
        LocalServer server = new(dataverse, options ?? new LocalServerOptions());
        server._application.Start();
        server.Address = new Uri(server._application.Urls.First());
        server._jobs?.Start();
        return server;
    }

    /// <summary>Returns when the process is asked to stop (Ctrl+C) or the token is cancelled.</summary>
    public void WaitForShutdown(CancellationToken stop = default) =>
        _application.WaitForShutdownAsync(stop).GetAwaiter().GetResult();

    /// <summary>Stops listening and running jobs; the environment stays open.</summary>
    public void Dispose()
    {
        _application.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _jobs?.Dispose();
    }

    private async Task Answer(HttpContext context)
    {
        RequestGuard.AddHeaders(context.Response);
        if (RequestGuard.Refusal(context.Request) is string refusal)
        {
            await ErrorAnswer.Write(context, new ApiException(403, ErrorAnswer.Refused, refusal));
            return;
        }

        if (context.Request.Path.StartsWithSegments("/api")) await _api.Answer(context);
        else await _pages.Answer(context);
        if (_jobs is not null && !RequestGuard.OnlyReads(context.Request))
        {
            await context.Response.CompleteAsync();
            _jobs.Run();
        }
    }
}
