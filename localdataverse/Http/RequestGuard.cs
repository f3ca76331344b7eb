using System;
using Microsoft.AspNetCore.Http;

namespace Dataverse.Local.Http;

/// <summary>
/// Keeps other web pages out: a page of a foreign origin, or one that reaches this port by a name of its own (DNS
/// rebinding), is refused. There is no log-in, so this is what protects the environment.
/// </summary>
internal static class RequestGuard
{
    private const string Policy =
        "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'self'";

    public static void AddHeaders(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
    }

    /// <summary>Null: the request is welcome.</summary>
    public static string? Refusal(HttpRequest request)
    {
        int port = request.HttpContext.Connection.LocalPort;
        if (request.Host.Port != port || !IsLoopback(request.Host.Host))
        {
            return $"The host '{request.Host.Value}' is not this machine; call 127.0.0.1:{port} or localhost:{port}.";
        }

        string? origin = request.Headers.Origin;
        bool isOwn = string.IsNullOrEmpty(origin)
            || string.Equals(origin, $"http://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
        return isOwn ? null : $"Pages of the origin '{origin}' may not call this server.";
    }

    public static bool OnlyReads(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static bool IsLoopback(string host) =>
        host is "127.0.0.1" || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase);
}
