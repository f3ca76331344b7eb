using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sdk.Tests.Unmeasured;

/// <summary>Remembers what was executed; refuses requests of one name.</summary>
internal sealed class RecordingService : IOrganizationService
{
    public List<OrganizationRequest> Requests { get; } = [];

    public string? Refused { get; init; }

    public OrganizationResponse Execute(OrganizationRequest request)
    {
        if (request.RequestName == Refused)
            throw new InvalidOperationException("refused");
        Requests.Add(request);
        return request is CreateRequest ? new CreateResponse { ["id"] = Guid.NewGuid() } : new OrganizationResponse();
    }

    public Guid Create(Entity entity) => throw new NotSupportedException();

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) => throw new NotSupportedException();

    public void Update(Entity entity) => throw new NotSupportedException();

    public void Delete(string entityName, Guid id) => throw new NotSupportedException();

    public EntityCollection RetrieveMultiple(QueryBase query) => throw new NotSupportedException();

    public void Associate(
        string entityName,
        Guid entityId,
        Relationship relationship,
        EntityReferenceCollection rows) =>
        throw new NotSupportedException();

    public void Disassociate(
        string entityName,
        Guid entityId,
        Relationship relationship,
        EntityReferenceCollection rows) =>
        throw new NotSupportedException();
}
