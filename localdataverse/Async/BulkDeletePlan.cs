using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Async;

/// <summary>What a bulk deletion has to do, kept in the data of its job.</summary>
[DataContract(Name = "BulkDelete", Namespace = "")]
internal sealed class BulkDeletePlan
{
    /// <summary>In this order; each names one table.</summary>
    [DataMember]
    public required QueryExpression[] Queries { get; init; }

    /// <summary>False: nobody is told.</summary>
    [DataMember]
    public bool SendsMail { get; init; }

    [DataMember]
    public Guid[] To { get; init; } = [];

    [DataMember]
    public Guid[] Cc { get; init; } = [];
}
