using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>The table of Customer Service, as far as our signals read it: an environment may have it or not.</summary>
internal static class Cases
{
    public static void Install(IOrganizationService admin, string customers)
    {
        admin.Execute(new CreateEntityRequest
        {
            Entity = new EntityMetadata
            {
                SchemaName = "Incident",
                DisplayName = Text("Case"),
                DisplayCollectionName = Text("Cases"),
                OwnershipType = OwnershipTypes.UserOwned,
            },
            PrimaryAttribute = new StringAttributeMetadata("Title") { MaxLength = 200, DisplayName = Text("Title") },
        });
        admin.Execute(Column(new BooleanAttributeMetadata("IsEscalated")
        {
            OptionSet = new BooleanOptionSetMetadata(
                new OptionMetadata(Text("Yes"), 1), new OptionMetadata(Text("No"), 0)),
        }));
        admin.Execute(Column(new PicklistAttributeMetadata("PriorityCode")
        {
            OptionSet = new OptionSetMetadata
            {
                Options = { new OptionMetadata(Text("High"), 1), new OptionMetadata(Text("Normal"), 2) },
            },
        }));
        admin.Execute(new CreateOneToManyRequest
        {
            OneToManyRelationship = new OneToManyRelationshipMetadata
            {
                SchemaName = "incident_customer", ReferencedEntity = customers, ReferencingEntity = "incident",
            },
            Lookup = new LookupAttributeMetadata { SchemaName = "CustomerId", DisplayName = Text("Customer") },
        });
    }

    public static void Open(IOrganizationService admin, EntityReference customer, int priority, bool escalated) =>
        admin.Create(new Entity("incident")
        {
            ["title"] = "Broken",
            ["customerid"] = customer,
            ["prioritycode"] = new OptionSetValue(priority),
            ["isescalated"] = escalated,
        });

    private static CreateAttributeRequest Column(AttributeMetadata column)
    {
        column.DisplayName = Text(column.SchemaName);
        return new CreateAttributeRequest { EntityName = "incident", Attribute = column };
    }

    private static Label Text(string text) => new(text, 1033);
}
