using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Async;

/// <summary>A row that a bulk deletion found and could not delete.</summary>
internal sealed class BulkDeleteFailure
{
    public required EntityReference Row { get; init; }

    /// <summary>Number of the query that found it, from 0.</summary>
    public required int QueryIndex { get; init; }

    public required OrganizationServiceFault Fault { get; init; }
}
