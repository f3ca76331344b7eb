using System;
using System.Text.RegularExpressions;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.OData;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Http.Api;

/// <summary>Says whether a URL that OData refuses is wrong, or right in Dataverse and just not done here.</summary>
internal static partial class UnknownPath
{
    private static readonly string[] MetadataPaths =
    [
        "EntityDefinitions", "RelationshipDefinitions", "GlobalOptionSetDefinitions", "ManagedPropertyDefinitions",
    ];

    public static ApiException Explain(string resource, ODataUnrecognizedPathException unknown)
    {
        string first = FirstName().Match(resource).Value;
        if (Array.IndexOf(MetadataPaths, first) >= 0) return ApiException.NotSupported($"The metadata path '{first}'");
        if (IsMessage(first)) return ApiException.NotSupported($"The message '{first}'");
        return new ApiException(404, ErrorAnswer.InvalidUrl, unknown.Message, unknown);
    }

    public static ApiException Explain(string? query, ODataException malformed)
    {
        Match function = QueryFunction().Match(Uri.UnescapeDataString(query ?? ""));
        return function.Success && malformed.Message.Contains(function.Groups[1].Value, StringComparison.Ordinal)
            ? ApiException.NotSupported($"The query function {function.Groups[1].Value}")
            : ApiException.BadUrl(malformed.Message, malformed);
    }

    private static bool IsMessage(string name) => name.Length > 0
        && (typeof(WhoAmIRequest).Assembly.GetType($"Microsoft.Crm.Sdk.Messages.{name}Request") is not null
            || typeof(CreateRequest).Assembly.GetType($"Microsoft.Xrm.Sdk.Messages.{name}Request") is not null);

    [GeneratedRegex("^[A-Za-z0-9_]*")]
    private static partial Regex FirstName();

    [GeneratedRegex(@"Microsoft\.Dynamics\.CRM\.(\w+)\(")]
    private static partial Regex QueryFunction();
}
