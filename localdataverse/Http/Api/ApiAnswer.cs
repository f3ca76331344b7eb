using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Dataverse.Local.Http.Api;

/// <summary>A finished answer: nothing is sent before it is complete, so an error never follows half a row.</summary>
internal sealed class ApiAnswer
{
    private ReadOnlyMemory<byte> _body;

    public int Status { get; init; } = 200;

    /// <summary>Null: no body.</summary>
    public string? ContentType { get; private init; }

    public ReadOnlyMemory<byte> Body => _body;

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static ApiAnswer Json(Action<Utf8JsonWriter> write, int status = 200)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer)) write(json);
        return new ApiAnswer
        {
            Status = status,
            _body = buffer.WrittenMemory,
            ContentType = "application/json; odata.metadata=minimal",
        };
    }

    public static ApiAnswer Text(string text, string contentType) =>
        new() { _body = Encoding.UTF8.GetBytes(text), ContentType = contentType };

    public static ApiAnswer Bytes(ReadOnlyMemory<byte> body, string contentType, int status) =>
        new() { _body = body, ContentType = contentType, Status = status };

    public static ApiAnswer Empty(int status = 204) => new() { Status = status };

    public async Task Write(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.StatusCode = Status;
        response.Headers["OData-Version"] = "4.0";
        foreach (KeyValuePair<string, string> header in Headers) response.Headers[header.Key] = header.Value;
        if (ContentType is null) return;
        response.ContentType = ContentType;
        response.ContentLength = _body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(_body);
    }
}
