using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Messages;

/// <summary>What became of one row to upsert.</summary>
internal sealed record UpsertAnswer(string Table, Guid Id, bool Created)
{
    public UpsertResponse ToResponse() => new()
    {
        Results = new ParameterCollection
        {
            ["RecordCreated"] = Created,
            ["Target"] = new EntityReference(Table, Id),
        },
    };
}
