using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Pipeline;

/// <summary>The public door: every method is the request of the same name.</summary>
internal sealed class PipelineClient : IOrganizationService
{
    private readonly Engine _engine;
    private readonly Caller _caller;

    public PipelineClient(Engine engine, Caller caller)
    {
        _engine = engine;
        _caller = caller;
    }

    public OrganizationResponse Execute(OrganizationRequest request) => _engine.Pipeline.Execute(request, _caller);

    public Guid Create(Entity entity) => ((CreateResponse)Execute(new CreateRequest { Target = entity })).id;

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet)
    {
        RetrieveRequest request = new() { Target = new EntityReference(entityName, id), ColumnSet = columnSet };
        return ((RetrieveResponse)Execute(request)).Entity;
    }

    public EntityCollection RetrieveMultiple(QueryBase query) =>
        ((RetrieveMultipleResponse)Execute(new RetrieveMultipleRequest { Query = query })).EntityCollection;

    public void Update(Entity entity) => Execute(new UpdateRequest { Target = entity });

    public void Delete(string entityName, Guid id) =>
        Execute(new DeleteRequest { Target = new EntityReference(entityName, id) });

    public void Associate(
        string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities)
    {
        Execute(new AssociateRequest
        {
            Target = new EntityReference(entityName, entityId),
            Relationship = relationship,
            RelatedEntities = relatedEntities,
        });
    }

    public void Disassociate(
        string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities)
    {
        Execute(new DisassociateRequest
        {
            Target = new EntityReference(entityName, entityId),
            Relationship = relationship,
            RelatedEntities = relatedEntities,
        });
    }
}
