using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Solutions;

/// <summary>The request that a job of a solution repeats, kept in the data of the job.</summary>
[DataContract(Name = "Solution", Namespace = "")]
internal sealed class SolutionPlan
{
    /// <summary>The message without "Async".</summary>
    [DataMember]
    public required string Message { get; init; }

    /// <summary>Set where a held solution takes the place of the one that it upgrades.</summary>
    [DataMember]
    public string? UniqueName { get; init; }

    /// <summary>The package as it came; null where nothing is imported.</summary>
    [DataMember]
    public byte[]? Zip { get; init; }

    [DataMember]
    public Guid ImportJobId { get; init; }

    [DataMember]
    public bool IsHolding { get; init; }

    [DataMember]
    public bool PublishesWorkflows { get; init; }

    [DataMember]
    public bool OverwritesUnmanaged { get; init; }

    public OrganizationRequest ToRequest() => UniqueName is not null
        ? new OrganizationRequest(Message) { ["UniqueName"] = UniqueName }
        : new OrganizationRequest(Message)
        {
            ["CustomizationFile"] = Zip,
            ["ImportJobId"] = ImportJobId,
            ["HoldingSolution"] = IsHolding,
            ["PublishWorkflows"] = PublishesWorkflows,
            ["OverwriteUnmanagedCustomizations"] = OverwritesUnmanaged,
        };
}
