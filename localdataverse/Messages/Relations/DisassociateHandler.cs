using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Messages.Relations;

/// <summary>
/// Takes back what Associate did. Rows that are not related are left as they are, without a fault.
/// </summary>
internal sealed class DisassociateHandler : IMessageHandler
{
    public string Message => "Disassociate";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Association association = Association.Read(request, operation);
        foreach (EntityReference related in association.Related)
        {
            EntityReference first = association.ReferencedOf(related);
            EntityReference second = association.ReferencingOf(related);
            if (association.IsManyToMany)
            {
                new IntersectRows(operation, association.Relationship).Remove(first.Id, second.Id);
            }
            else if (PointsTo(operation, second, association.Relationship.ReferencingColumn, first))
            {
                Entity changes = new(second.LogicalName, second.Id)
                {
                    [association.Relationship.ReferencingColumn] = null,
                };
                operation.Execute(new UpdateRequest { Target = changes }.With(request));
            }
        }

        return new DisassociateResponse();
    }

    private static bool PointsTo(Operation operation, EntityReference child, string column, EntityReference parent)
    {
        Table table = operation.Tables.Get(child.LogicalName);
        EntityReference? lookup = operation.Session.Find(table, child.Id, new ColumnSet(column))
            ?.GetAttributeValue<EntityReference>(column);
        return lookup is not null && lookup.Id == parent.Id
            && string.Equals(lookup.LogicalName, parent.LogicalName, StringComparison.Ordinal);
    }
}
