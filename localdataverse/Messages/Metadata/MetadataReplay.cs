using System.Collections.Generic;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace Dataverse.Local.Messages.Metadata;

/// <summary>Repeats what the messages of this folder have created in a database file before it was closed, in turn with
/// the solutions that were imported; what is there already is left alone.</summary>
internal static class MetadataReplay
{
    public static void Into(TableCatalog catalog, IEnumerable<OrganizationRequest> requests)
    {
        foreach (OrganizationRequest request in requests)
        {
            if (!IsThere(catalog, request)) Apply(new MetadataChanges(catalog), request);
        }
    }

    private static bool IsThere(TableCatalog catalog, OrganizationRequest request) => request.RequestName switch
    {
        "CreateEntity" => catalog.Find(Lower(request.Required<EntityMetadata>("Entity").SchemaName)) is not null,
        "CreateAttribute" => catalog.Get(request.Required<string>("EntityName"))
            .Find(Lower(request.Required<AttributeMetadata>("Attribute").SchemaName)) is not null,
        "CreateOneToMany" => catalog.FindRelationship(
            request.Required<OneToManyRelationshipMetadata>("OneToManyRelationship").SchemaName) is not null,
        "CreateManyToMany" => catalog.FindRelationship(
            request.Required<ManyToManyRelationshipMetadata>("ManyToManyRelationship").SchemaName) is not null,
        _ => false,
    };

    private static string Lower(string schemaName) => schemaName.ToLowerInvariant();

    private static void Apply(MetadataChanges changes, OrganizationRequest request)
    {
        switch (request.RequestName)
        {
            case "CreateEntity":
                changes.AddTable(
                    request.Required<EntityMetadata>("Entity"),
                        request.Required<AttributeMetadata>("PrimaryAttribute"));
                break;
            case "CreateAttribute":
                changes.AddColumn(
                    request.Required<string>("EntityName"), request.Required<AttributeMetadata>("Attribute"));
                break;
            case "CreateOneToMany":
                changes.AddOneToMany(
                    request.Required<OneToManyRelationshipMetadata>("OneToManyRelationship"),
                    request.Required<LookupAttributeMetadata>("Lookup"));
                break;
            case "CreateManyToMany":
                changes.AddManyToMany(
                    request.Required<string>("IntersectEntitySchemaName"),
                    request.Required<ManyToManyRelationshipMetadata>("ManyToManyRelationship"));
                break;
            case "CreateEntityKey":
                changes.AddKey(
                    request.Required<string>("EntityName"), request.Required<EntityKeyMetadata>("EntityKey"));
                break;
            default:
                changes.PutChoices(request.Required<OptionSetMetadataBase>("OptionSet"));
                break;
        }
    }
}
