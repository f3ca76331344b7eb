using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Dataverse.Local.Http.Api;

/// <summary>Writes the answers of a batch, in the order of its requests.</summary>
internal sealed class BatchWriter
{
    private readonly MemoryStream _body = new();
    private readonly string _boundary = $"batchresponse_{Guid.NewGuid()}";

    public void Add(BatchItem item, IReadOnlyList<BatchAnswer> answers)
    {
        Write($"--{_boundary}\r\n");
        if (!item.IsChangeSet)
        {
            Write(answers[0]);
            return;
        }

        string boundary = $"changesetresponse_{Guid.NewGuid()}";
        Write($"Content-Type: multipart/mixed; boundary={boundary}\r\n\r\n");
        foreach (BatchAnswer one in answers)
        {
            Write($"--{boundary}\r\n");
            Write(one);
        }

        Write($"--{boundary}--\r\n");
    }

    public ApiAnswer Finish(int status)
    {
        Write($"--{_boundary}--\r\n");
        return ApiAnswer.Bytes(_body.ToArray(), $"multipart/mixed; boundary={_boundary}", status);
    }

    private void Write(BatchAnswer one)
    {
        ApiAnswer answer = one.Answer;
        Write("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (one.Part.ContentId.Length > 0) Write($"Content-ID: {one.Part.ContentId}\r\n");
        Write($"\r\nHTTP/1.1 {answer.Status} {ReasonPhrases.GetReasonPhrase(answer.Status)}\r\n");
        Write("OData-Version: 4.0\r\n");
        foreach (KeyValuePair<string, string> header in answer.Headers) Write($"{header.Key}: {header.Value}\r\n");
        if (answer.ContentType is not null) Write($"Content-Type: {answer.ContentType}\r\n");
        Write("\r\n");
        _body.Write(answer.Body.Span);
        Write("\r\n");
    }

    private void Write(string text) => _body.Write(Encoding.UTF8.GetBytes(text));
}
