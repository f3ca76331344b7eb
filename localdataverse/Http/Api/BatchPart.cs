using System;
using Microsoft.AspNetCore.Http;

namespace Dataverse.Local.Http.Api;

/// <summary>One request inside a batch.</summary>
internal sealed class BatchPart
{
    public required string Method { get; init; }

    /// <summary>As written: a whole address, from the root of the server, or from that of the Web API.</summary>
    public required string Target { get; init; }

    /// <summary>Name by which later parts of the change set refer to the row of this one; empty: none does.</summary>
    public string ContentId { get; init; } = "";

    public HeaderDictionary Headers { get; } = [];

    public byte[] Body { get; init; } = [];

    public bool OnlyReads => HttpMethods.IsGet(Method) || HttpMethods.IsHead(Method);

    /// <summary>The request that the target means, sent to the server that the batch was sent to.</summary>
    public HttpRequest ToRequest(HttpRequest batch, ApiCaller caller)
    {
        Uri root = new($"http://{batch.Host.Value}{batch.Path.Value![..^"$batch".Length]}");
        string target = Resolve(caller);
        Uri address = target.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? new Uri(target)
            : new Uri(root, target);
        if (!ApiEndpoint.IsApi(address.AbsolutePath)) throw ApiException.NoResource(Target);
        if (address.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal))
        {
            throw ApiException.BadUrl("A batch request cannot contain another one.");
        }

        HttpRequest request = new DefaultHttpContext().Request;
        request.Method = Method;
        request.Host = batch.Host;
        request.Path = PathString.FromUriComponent(address.AbsolutePath);
        request.QueryString = QueryString.FromUriComponent(address.Query);
        foreach (var header in Headers) request.Headers[header.Key] = header.Value;
        return request;
    }

    /// <summary><c>$1</c> and <c>/$1/name</c> begin with a row that the change set has written.</summary>
    private string Resolve(ApiCaller caller)
    {
        string written = Target.TrimStart('/');
        int end = written.IndexOf('/', StringComparison.Ordinal);
        string first = end < 0 ? written : written[..end];
        return caller.References.TryGetValue(first, out string? row) ? row + written[first.Length..] : Target;
    }
}
