using System;

namespace Dataverse.Local.Http;

/// <summary>A request that the Web API answers with an error of its own, before or without an engine fault.</summary>
internal sealed class ApiException : Exception
{
    public ApiException(int status, int code, string message, Exception? inner = null)
        : base(message, inner)
    {
        Status = status;
        Code = code;
    }

    /// <summary>HTTP status of the answer.</summary>
    public int Status { get; }

    /// <summary>The platform's error code, shown in hex.</summary>
    public int Code { get; }

    /// <summary>Known to Dataverse, not done here: 501, with the name of what is missing.</summary>
    public static ApiException NotSupported(string what) =>
        new(501, Pipeline.ErrorCodes.NotSupported, $"{what} is not supported by the Web API of the local Dataverse.");

    /// <summary>A URL that does not parse or names something unknown.</summary>
    public static ApiException BadUrl(string message, Exception? inner = null) =>
        new(400, ErrorAnswer.InvalidUrl, message, inner);

    public static ApiException BadBody(string message, Exception? inner = null) =>
        new(400, ErrorAnswer.InvalidPayload, message, inner);

    public static ApiException NoResource(string segment) =>
        new(404, ErrorAnswer.InvalidUrl, $"Resource not found for the segment '{segment}'.");
}
