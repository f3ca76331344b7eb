using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Http.Api;

/// <summary>For whom a request of the Web API works, and which rows it may name short.</summary>
internal sealed class ApiCaller
{
    public ApiCaller(IOrganizationService service) => Service = service;

    public IOrganizationService Service { get; }

    /// <summary>In a change set: addresses of the rows that earlier requests have written, by <c>$</c> and Content-ID.
    /// </summary>
    public Dictionary<string, string> References { get; init; } = [];
}
