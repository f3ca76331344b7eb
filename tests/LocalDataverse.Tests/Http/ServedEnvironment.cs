using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dataverse.Local.Http;
using Dataverse.Local.Limits;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Http;

/// <summary>An environment behind its server, asked by a plain HTTP client.</summary>
internal sealed class ServedEnvironment : IDisposable
{
    private readonly LocalServer _server;
    private readonly HttpClient _client;

    public ServedEnvironment(LocalServerOptions? options = null, ServiceProtection? protection = null)
    {
        Environment = new TestEnvironment(clock => new LocalDataverseOptions
        {
            Clock = clock,
            Limits = new PlatformLimits { ServiceProtection = protection },
        });
        _server = LocalServer.Start(Environment.Dataverse, options);
        _client = new HttpClient { BaseAddress = _server.Address };
    }

    public TestEnvironment Environment { get; }

    public IOrganizationService Service => Environment.Service;

    public Uri Address => _server.Address;

    public Uri Api => _server.ApiAddress;

    /// <summary>Headers come as "Name: value"; an address without a leading slash belongs to the Web API.</summary>
    public Answer Send(string method, string address, object? body = null, params string[] headers)
    {
        Uri uri = address.StartsWith('/') ? new Uri(Address, address) : new Uri(Api, address);
        using HttpRequestMessage request = new(new HttpMethod(method), uri);
        foreach (string header in headers)
        {
            string[] parts = header.Split(": ", 2);
            Assert.True(request.Headers.TryAddWithoutValidation(parts[0], parts[1]));
        }

        if (body is not null)
        {
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return Send(request);
    }

    /// <summary>Posts lines as the body of a batch with the boundary <c>batch_1</c>.</summary>
    public Answer Batch(string body, params string[] headers)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(Api, "$batch"));
        foreach (string header in headers)
        {
            string[] parts = header.Split(": ", 2);
            Assert.True(request.Headers.TryAddWithoutValidation(parts[0], parts[1]));
        }

        request.Content = new StringContent(body.ReplaceLineEndings("\r\n"));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=\"batch_1\"");
        return Send(request);
    }

    private Answer Send(HttpRequestMessage request)
    {
        using HttpResponseMessage response = _client.Send(request);
        Dictionary<string, string> answered = new(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers) answered[header.Key] = string.Join(",", header.Value);
        return new Answer((int)response.StatusCode, answered, response.Content.ReadAsStringAsync().Result);
    }

    /// <summary>A read that succeeds.</summary>
    public JsonNode Get(string address, params string[] headers)
    {
        Answer answer = Send("GET", address, null, headers);
        Assert.True(answer.Status == 200, $"{answer.Status}: {answer.Text}");
        return answer.Json;
    }

    /// <summary>The named texts of the rows in a list, in order.</summary>
    public string[] Names(string address, string property = "name") =>
        [.. Rows(Get(address)).ConvertAll(row => (string?)row![property] ?? "")];

    public static List<JsonNode?> Rows(JsonNode list) => [.. list["value"]!.AsArray()];

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        Environment.Dispose();
    }

    internal sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, string Text)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;

        public string ErrorCode => (string)Json["error"]!["code"]!;

        public string ErrorMessage => (string)Json["error"]!["message"]!;
    }
}
