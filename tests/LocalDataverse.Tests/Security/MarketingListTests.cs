using System;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;
using static Dataverse.Local.Tests.Security.SecuredWorld;

namespace Dataverse.Local.Tests.Security;

public sealed class MarketingListTests : IDisposable
{
    private readonly SecuredWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Without_the_tables_of_the_app_the_message_is_refused_by_their_name()
    {
        OrganizationServiceFault fault = Refused(
            () => Change(_world.Admin, "AddListMembersList", Guid.NewGuid(), Guid.NewGuid()));

        Assert.Contains("'list'", fault.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Members_are_put_on_a_list_once_and_taken_off_it()
    {
        Guid list = List(), account = _world.Account("Contoso");

        Change(_world.Admin, "AddListMembersList", list, account);
        Change(_world.Admin, "AddListMembersList", list, account);
        Assert.Equal([account], Members());

        Change(_world.Admin, "RemoveMemberList", list, account);
        Assert.Empty(Members());
        Refused(() => Change(_world.Admin, "RemoveMemberList", list, account));
    }

    [Fact]
    public void Who_may_neither_read_the_list_nor_append_to_it_changes_nothing()
    {
        Guid list = List(), account = _world.Account("Contoso");
        IOrganizationService blind = _world.With(PrivilegeDepth.Global, "prvReadAccount", "prvAppendAccount");
        IOrganizationService reader = _world.With(
            PrivilegeDepth.Global, "prvReadAccount", "prvAppendAccount", "prvReadList");
        IOrganizationService marketer = _world.With(
            PrivilegeDepth.Global, "prvReadAccount", "prvAppendAccount", "prvReadList", "prvAppendToList");

        Lacks("prvReadList", () => Change(blind, "AddListMembersList", list, account));
        Lacks("prvAppendToList", () => Change(reader, "AddListMembersList", list, account));
        Assert.Empty(Members());

        Change(marketer, "AddListMembersList", list, account);
        Assert.Equal([account], Members());
    }

    private static void Change(IOrganizationService service, string message, Guid list, Guid member) =>
        service.Execute(message == "RemoveMemberList"
            ? new OrganizationRequest(message) { ["ListId"] = list, ["EntityId"] = member }
            : new OrganizationRequest(message) { ["ListId"] = list, ["MemberIds"] = new[] { member } });

    private Guid[] Members() => _world.Admin.RetrieveMultiple(
            new QueryExpression("listmember") { ColumnSet = new ColumnSet("entityid") }).Entities
        .Select(row => row.GetAttributeValue<EntityReference>("entityid").Id).ToArray();

    /// <summary>In an environment with the app.</summary>
    private Guid List()
    {
        Table("List", OwnershipTypes.UserOwned);
        Table("ListMember", OwnershipTypes.OrganizationOwned);
        Lookup("list", "ListId");
        Lookup("account", "EntityId");
        return _world.Admin.Create(new Entity("list") { ["name"] = "Newsletter" });
    }

    private void Table(string name, OwnershipTypes owner) => _world.Admin.Execute(new CreateEntityRequest
    {
        Entity = new EntityMetadata
        {
            SchemaName = name,
            DisplayName = Text(name),
            DisplayCollectionName = Text(name + "s"),
            OwnershipType = owner,
        },
        PrimaryAttribute = new StringAttributeMetadata("Name") { MaxLength = 100, DisplayName = Text("Name") },
    });

    private void Lookup(string referenced, string column) => _world.Admin.Execute(new CreateOneToManyRequest
    {
        OneToManyRelationship = new OneToManyRelationshipMetadata
        {
            SchemaName = "listmember_" + referenced, ReferencedEntity = referenced, ReferencingEntity = "listmember",
        },
        Lookup = new LookupAttributeMetadata { SchemaName = column, DisplayName = Text(column) },
    });

    private static Label Text(string text) => new(text, 1033);
}
