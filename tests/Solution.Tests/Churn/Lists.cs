using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>The tables of marketing lists, as far as win-backs need them: not every environment has them.</summary>
internal static class Lists
{
    /// <summary>Bring a role of these to put customers on a list.</summary>
    public static readonly string[] Privileges =
        ["prvReadList", "prvAppendToList", "prvAppendAccount", "prvAppendContact"];

    public static void Install(IOrganizationService admin, string customers)
    {
        Table(admin, "List", "Marketing List", OwnershipTypes.UserOwned, "ListName");
        Table(admin, "ListMember", "Marketing List Member", OwnershipTypes.OrganizationOwned, "Name");
        Lookup(admin, "listlistmember_association", "list", "ListId");
        Lookup(admin, "listmember_customer", customers, "EntityId");
    }

    public static Guid Produce(IOrganizationService admin) =>
        admin.Create(new Entity("list") { ["listname"] = "Customers to win back" });

    public static Guid[] MembersOf(InsightWorld insight, Guid list) => insight.All("listmember")
        .Where(row => ((EntityReference)row["listid"]).Id == list)
        .Select(row => ((EntityReference)row["entityid"]).Id)
        .ToArray();

    public static void Put(IOrganizationService user, Guid list, EntityReference customer) =>
        user.Execute(new OrganizationRequest("AddListMembersList")
        {
            ["ListId"] = list, ["MemberIds"] = new[] { customer.Id },
        });

    private static void Table(
        IOrganizationService admin, string name, string label, OwnershipTypes owner, string primary) =>
        admin.Execute(new CreateEntityRequest
        {
            Entity = new EntityMetadata
            {
                SchemaName = name,
                DisplayName = Text(label),
                DisplayCollectionName = Text(label + "s"),
                OwnershipType = owner,
            },
            PrimaryAttribute = new StringAttributeMetadata(primary) { MaxLength = 128, DisplayName = Text(primary) },
        });

    private static void Lookup(IOrganizationService admin, string relationship, string referenced, string column) =>
        admin.Execute(new CreateOneToManyRequest
        {
            OneToManyRelationship = new OneToManyRelationshipMetadata
            {
                SchemaName = relationship, ReferencedEntity = referenced, ReferencingEntity = "listmember",
            },
            Lookup = new LookupAttributeMetadata { SchemaName = column, DisplayName = Text(column) },
        });

    private static Label Text(string text) => new(text, 1033);
}
