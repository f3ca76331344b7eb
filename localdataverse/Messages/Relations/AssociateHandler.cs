using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Messages.Relations;

/// <summary>
/// Many to many: a row in the intersect table, once only. One to many: an Update of the child's lookup, with its steps.
/// </summary>
internal sealed class AssociateHandler : IMessageHandler
{
    public string Message => "Associate";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Association association = Association.Read(request, operation);
        foreach (EntityReference related in association.Related)
        {
            if (association.IsManyToMany)
            {
                AddPair(operation, association, related);
            }
            else
            {
                EntityReference child = association.ReferencingOf(related);
                Entity changes = new(child.LogicalName, child.Id)
                {
                    [association.Relationship.ReferencingColumn] = association.ReferencedOf(related),
                };
                operation.Execute(new UpdateRequest { Target = changes }.With(request));
            }
        }

        return new AssociateResponse();
    }

    private static void AddPair(Operation operation, Association association, EntityReference related)
    {
        bool added = new IntersectRows(operation, association.Relationship)
            .Add(association.ReferencedOf(related).Id, association.ReferencingOf(related).Id);
        if (!added)
        {
            throw Fault.Because(ErrorCodes.DuplicateRecord, "Cannot insert duplicate key.");
        }
    }
}
