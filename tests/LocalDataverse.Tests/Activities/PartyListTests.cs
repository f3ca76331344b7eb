using System;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Activities;

public sealed class PartyListTests : IDisposable
{
    private readonly TestEnvironment _environment = new();
    private readonly EntityReference _account;
    private readonly EntityReference _ada;

    public PartyListTests()
    {
        _account = new EntityReference("account", _environment.CreateAccount());
        Entity ada = new("contact") { ["firstname"] = "Ada", ["lastname"] = "Lovelace" };
        _ada = new EntityReference("contact", _environment.Service.Create(ada));
    }

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void An_email_is_created_with_its_parties_and_read_with_them()
    {
        EntityReference me = new("systemuser", _environment.Dataverse.AdministratorId);
        Guid id = Email(
            ("from", [Party(me)]), ("to", [Party(_account), Party(_ada)]), ("cc", [Address("x@y.example")]));

        Entity email = _environment.Service.Retrieve("email", id, new ColumnSet(true));

        Assert.Equal([_account.Id, _ada.Id], PartiesOf(email, "to"));
        Assert.Equal([me.Id], PartiesOf(email, "from"));
        Entity copied = Assert.Single(email.GetAttributeValue<EntityCollection>("cc").Entities);
        Assert.Equal("x@y.example", copied["addressused"]);
        Assert.False(email.Contains("bcc"));
    }

    [Fact]
    public void Parties_are_rows_with_their_kind_and_name()
    {
        Guid id = Email(("to", [Party(_ada)]), ("bcc", [Party(_account)]));

        QueryExpression query = new("activityparty") { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition("activityid", ConditionOperator.Equal, id);
        query.AddOrder("participationtypemask", OrderType.Ascending);
        Entity[] parties = [.. _environment.Service.RetrieveMultiple(query).Entities];

        Assert.Equal([2, 4], parties.Select(p => p.GetAttributeValue<OptionSetValue>("participationtypemask").Value)
            .Order());
        Assert.Contains(parties, party => "Ada Lovelace".Equals(party["partyidname"]));
    }

    [Fact]
    public void Writing_a_list_replaces_it_and_leaves_the_others()
    {
        Guid id = Email(("to", [Party(_account)]), ("cc", [Party(_account)]));

        _environment.Service.Update(new Entity("email", id) { ["to"] = new EntityCollection([Party(_ada)]) });
        _environment.Service.Update(new Entity("email", id) { ["subject"] = "Changed" });

        QueryExpression query = new("email") { ColumnSet = new ColumnSet("subject", "to", "cc") };
        Entity email = Assert.Single(_environment.Service.RetrieveMultiple(query).Entities);
        Assert.Equal([_ada.Id], PartiesOf(email, "to"));
        Assert.Equal([_account.Id], PartiesOf(email, "cc"));

        _environment.Service.Update(new Entity("email", id) { ["to"] = null });
        Assert.False(_environment.Service.Retrieve("email", id, new ColumnSet("to")).Contains("to"));
    }

    [Fact]
    public void Lists_that_are_not_asked_for_are_not_there()
    {
        Guid id = Email(("to", [Party(_ada)]));

        Assert.False(_environment.Service.Retrieve("email", id, new ColumnSet("subject")).Contains("to"));
    }

    [Fact]
    public void A_deleted_email_takes_its_parties_along()
    {
        Guid id = Email(("to", [Party(_ada)]));

        _environment.Service.Delete("email", id);

        Assert.Equal(0, _environment.Count("activityparty"));
    }

    [Fact]
    public void Appointments_have_attendees()
    {
        Guid id = _environment.Service.Create(new Entity("appointment")
        {
            ["subject"] = "Review",
            ["scheduledstart"] = new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc),
            ["scheduledend"] = new DateTime(2026, 3, 1, 10, 0, 0, DateTimeKind.Utc),
            ["requiredattendees"] = new EntityCollection([Party(_ada)]),
        });

        Entity read = _environment.Service.Retrieve("appointment", id, new ColumnSet("requiredattendees"));
        Assert.Equal([_ada.Id], PartiesOf(read, "requiredattendees"));
    }

    [Fact]
    public void What_is_no_party_is_refused()
    {
        OrganizationServiceFault empty =
            TestEnvironment.FaultOf(() => Email(("to", [new Entity("activityparty")])));
        OrganizationServiceFault foreign = TestEnvironment.FaultOf(() => Email(("to", [new Entity("contact")])));
        OrganizationServiceFault nobody = TestEnvironment.FaultOf(
            () => Email(("to", [Party(new EntityReference("contact", Guid.NewGuid()))])));
        OrganizationServiceFault text = TestEnvironment.FaultOf(() => _environment.Service.Create(
            new Entity("email") { ["subject"] = "A", ["to"] = "ada@example.com" }));

        Assert.Equal("Activity party object Id or type is missing", empty.Message);
        Assert.Contains("not of 'contact'", foreign.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.ObjectDoesNotExist, nobody.ErrorCode);
        Assert.Contains("takes a collection of activityparty", text.Message, StringComparison.Ordinal);
        Assert.Equal(0, _environment.Count("email"));
    }

    private static Entity Party(EntityReference who) => new("activityparty") { ["partyid"] = who };

    private static Entity Address(string address) => new("activityparty") { ["addressused"] = address };

    private static Guid[] PartiesOf(Entity activity, string list) =>
        [.. activity.GetAttributeValue<EntityCollection>(list).Entities
            .Select(party => party.GetAttributeValue<EntityReference>("partyid").Id)];

    private Guid Email(params (string List, Entity[] Parties)[] lists)
    {
        Entity email = new("email") { ["subject"] = "Hello" };
        foreach ((string list, Entity[] parties) in lists)
        {
            email[list] = new EntityCollection(parties) { EntityName = "activityparty" };
        }

        return _environment.Service.Create(email);
    }
}
