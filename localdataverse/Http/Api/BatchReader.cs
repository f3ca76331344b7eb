using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Dataverse.Local.Http.Api;

/// <summary>Reads the multipart body of a batch. Its size is bounded by that of every request.</summary>
internal static class BatchReader
{
    private const int MostRequests = 1000;
    private const int LongestBoundary = 200;

    public static async Task<List<BatchItem>> Read(string? contentType, byte[] body)
    {
        List<BatchItem> items = [];
        int count = 0;
        try
        {
            MultipartReader reader = Open(contentType, new MemoryStream(body));
            while (await reader.ReadNextSectionAsync() is MultipartSection section)
            {
                BatchItem item = IsMultipart(section.ContentType)
                    ? new BatchItem(true, await ReadSet(section))
                    : new BatchItem(false, [await ReadPart(section)]);
                items.Add(item);
                count += item.Parts.Count;
                if (count > MostRequests)
                {
                    throw ApiException.BadBody($"A batch contains at most {MostRequests} requests.");
                }
            }
        }
        catch (Exception malformed) when (malformed is IOException or InvalidDataException)
        {
            throw ApiException.BadBody(
                $"The body is no multipart message: {malformed.Message} Lines end in CR LF, and every boundary stands "
                    + "on a line of its own behind two hyphens.",
                malformed);
        }

        return items;
    }

    private static async Task<List<BatchPart>> ReadSet(MultipartSection set)
    {
        List<BatchPart> parts = [];
        MultipartReader reader = Open(set.ContentType, set.Body);
        while (await reader.ReadNextSectionAsync() is MultipartSection section)
        {
            BatchPart part = await ReadPart(section);
            if (part.OnlyReads) throw ApiException.BadBody("A change set must not contain GET requests.");
            parts.Add(part);
        }

        return parts.Count > 0 ? parts : throw ApiException.BadBody("A change set of the batch is empty.");
    }

    private static bool IsMultipart(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("multipart/mixed", StringComparison.OrdinalIgnoreCase);

    private static MultipartReader Open(string? contentType, Stream body)
    {
        if (!IsMultipart(contentType)) throw ApiException.BadBody("A batch has the Content-Type multipart/mixed.");
        string boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary).ToString();
        return boundary.Length is > 0 and <= LongestBoundary
            ? new MultipartReader(boundary, body)
            : throw ApiException.BadBody($"The boundary of a batch has 1 to {LongestBoundary} characters.");
    }

    /// <summary>A request as HTTP writes it: its line, its headers, an empty line, its body.</summary>
    private static async Task<BatchPart> ReadPart(MultipartSection section)
    {
        using MemoryStream content = new();
        await section.Body.CopyToAsync(content);
        string text = Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length).TrimStart();
        int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string[] head = (end < 0 ? text : text[..end]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        string[] line = head.Length == 0 ? [] : head[0].Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        if (line.Length < 2)
        {
            throw ApiException.BadBody("A part of a batch is a request, such as 'GET accounts HTTP/1.1'.");
        }

        BatchPart part = new()
        {
            Method = line[0].ToUpperInvariant(),
            Target = line[1],
            ContentId = ContentIdOf(section),
            Body = end < 0 ? [] : Encoding.UTF8.GetBytes(text[(end + 4)..].Trim()),
        };
        foreach (string header in head[1..])
        {
            int colon = header.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) throw ApiException.BadBody($"'{header}' is no header of a request in a batch.");
            part.Headers[header[..colon].Trim()] = header[(colon + 1)..].Trim();
        }

        return part;
    }

    private static string ContentIdOf(MultipartSection section) =>
        section.Headers is not null && section.Headers.TryGetValue("Content-ID", out StringValues id)
            ? id.ToString().Trim()
            : "";
}
