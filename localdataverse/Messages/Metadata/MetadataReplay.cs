using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace Dataverse.Local.Messages.Metadata;

/// <summary>Repeats what the messages of this folder have created in a database file before it was closed.</summary>
internal static class MetadataReplay
{
    public static void Into(TableCatalog catalog, Session session)
    {
        foreach (OrganizationRequest request in MetadataJournal.Read(session)) Apply(new MetadataChanges(catalog), request);
    }

    private static void Apply(MetadataChanges changes, OrganizationRequest request)
    {
        switch (request.RequestName)
        {
            case "CreateEntity":
                changes.AddTable(
                    request.Required<EntityMetadata>("Entity"), request.Required<AttributeMetadata>("PrimaryAttribute"));
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
            case "CreateEntityKey":
                changes.AddKey(request.Required<string>("EntityName"), request.Required<EntityKeyMetadata>("EntityKey"));
                break;
            default:
                changes.AddChoices(request.Required<OptionSetMetadataBase>("OptionSet"));
                break;
        }
    }
}
