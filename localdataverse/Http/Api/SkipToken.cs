using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Dataverse.Local.Http.Api;

/// <summary>Page number and paging cookie as $skiptoken carries them.</summary>
internal sealed record SkipToken(int Page, string? Cookie)
{
    public static SkipToken First { get; } = new(1, null);

    public static SkipToken Read(string? text)
    {
        if (string.IsNullOrEmpty(text)) return First;
        try
        {
            XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using XmlReader reader = XmlReader.Create(new StringReader(text), settings);
            XElement cookie = XElement.Load(reader);
            int page = (int?)cookie.Attribute("pagenumber") ?? 1;
            string? inner = (string?)cookie.Attribute("pagingcookie");
            return new SkipToken(page, inner is null ? null : Uri.UnescapeDataString(Uri.UnescapeDataString(inner)));
        }
        catch (Exception malformed) when (malformed is XmlException or FormatException)
        {
            throw ApiException.BadUrl($"Malformed XML in the Paging Cookie: {malformed.Message}", malformed);
        }
    }

    public override string ToString()
    {
        XElement cookie = new("cookie", new XAttribute("pagenumber", Page.ToString(CultureInfo.InvariantCulture)));
        if (Cookie is not null)
        {
            cookie.Add(new XAttribute("pagingcookie", Uri.EscapeDataString(Uri.EscapeDataString(Cookie))));
        }

        cookie.Add(new XAttribute("istracking", "False"));
        return cookie.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>The same request for the page of this token.</summary>
    public string LinkFor(ApiCall call)
    {
        List<string> options = [];
        foreach (var option in call.Request.Query)
        {
            if (option.Key == "$skiptoken") continue;
            options.Add($"{option.Key}={Uri.EscapeDataString(option.Value.ToString())}");
        }

        options.Add($"$skiptoken={Uri.EscapeDataString(ToString())}");
        return $"{call.Root}{call.Resource}?{string.Join('&', options)}";
    }
}
