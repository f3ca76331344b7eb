using Dataverse.Local.Pipeline;

namespace Dataverse.Local.Http.Pages;

/// <summary>Media types by the number that the solution gives a web resource.</summary>
internal static class WebResourceType
{
    public static string Of(SolutionPart? part) => (int?)part?.Definition?.Element("WebResourceType") switch
    {
        1 => "text/html; charset=utf-8",
        2 => "text/css; charset=utf-8",
        3 => "text/javascript; charset=utf-8",
        4 or 9 or 12 => "text/xml; charset=utf-8",
        5 => "image/png",
        6 => "image/jpeg",
        7 => "image/gif",
        10 => "image/x-icon",
        11 => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
