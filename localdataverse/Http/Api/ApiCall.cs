using System;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Http.Api;

/// <summary>One request to the Web API with everything that answering it takes.</summary>
internal sealed class ApiCall
{
    private readonly ReadOnlyMemory<byte> _body;

    public ApiCall(HttpRequest request, ReadOnlyMemory<byte> body, CatalogModel model, ApiCaller caller)
    {
        Request = request;
        Model = model;
        Service = caller.Service;
        _body = body;
        string version = request.Path.Value!.Split('/')[3];
        Root = new Uri($"http://{request.Host.Value}/api/data/{version}/");
        Addresses = new RowAddress(model, Root) { References = caller.References };
        string path = request.Path.Value[$"/api/data/{version}".Length..].TrimStart('/');
        Resource = path;
        string escaped = Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);
        Url = Addresses.Parser(new Uri(Root, escaped + request.QueryString.Value));
        Preferences = Preferences.Of(request);
    }

    public HttpRequest Request { get; }

    public CatalogModel Model { get; }

    /// <summary>Works as the caller of this request.</summary>
    public IOrganizationService Service { get; }

    /// <summary>Address of the Web API with a slash at its end.</summary>
    public Uri Root { get; }

    /// <summary>What follows the root, decoded, without the query.</summary>
    public string Resource { get; }

    public RowAddress Addresses { get; }

    public ODataUriParser Url { get; }

    public Preferences Preferences { get; }

    public string Method => Request.Method;

    public QueryTranslator Queries => new(Model);

    public JsonRowReader Rows => new(Model, Addresses);

    public JsonRowWriter Writer(Utf8JsonWriter json) => new(json, Model, Preferences, Root);

    public string? Option(string name) => Request.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>The body as JSON; an empty one is an empty object.</summary>
    public JsonElement Json()
    {
        if (_body.Length == 0) return JsonSerializer.SerializeToElement(new object());
        try
        {
            using JsonDocument document = JsonDocument.Parse(_body, new JsonDocumentOptions { MaxDepth = 32 });
            return document.RootElement.Clone();
        }
        catch (JsonException malformed)
        {
            throw ApiException.BadBody($"The body is no JSON: {malformed.Message}", malformed);
        }
    }

    public ApiException NotAllowed() =>
        new(405, ErrorAnswer.InvalidUrl, $"The resource '{Resource}' does not answer {Method}.");
}
