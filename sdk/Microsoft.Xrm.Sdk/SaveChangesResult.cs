using System;

namespace Microsoft.Xrm.Sdk;

/// <summary>Either <see cref="Response"/> or <see cref="Error"/> is set.</summary>
public sealed class SaveChangesResult
{
    internal SaveChangesResult(OrganizationRequest request, OrganizationResponse response)
    {
        Request = request;
        Response = response;
    }

    internal SaveChangesResult(OrganizationRequest request, Exception error)
    {
        Request = request;
        Error = error;
    }

    public Exception Error { get; }

    public OrganizationRequest Request { get; }

    public OrganizationResponse Response { get; }
}
