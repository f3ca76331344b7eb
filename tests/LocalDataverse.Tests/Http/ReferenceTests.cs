using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Http;

/// <summary>Rows related and unrelated through <c>/$ref</c>, and read through pairs.</summary>
public sealed class ReferenceTests : IDisposable
{
    private readonly ServedEnvironment _served = new();
    private readonly Guid _account;
    private readonly Guid _ada;

    public ReferenceTests()
    {
        _served.Service.Execute(new CreateManyToManyRequest
        {
            IntersectEntitySchemaName = "test_pairs",
            ManyToManyRelationship = new ManyToManyRelationshipMetadata
            {
                SchemaName = "test_pairs", Entity1LogicalName = "account", Entity2LogicalName = "contact",
            },
        });
        _account = _served.Environment.CreateAccount();
        _ada = _served.Service.Create(new Entity("contact") { ["lastname"] = "Ada" });
    }

    public void Dispose() => _served.Dispose();

    [Fact]
    public void Pairs_are_added_read_expanded_and_removed()
    {
        Guid other = _served.Environment.CreateAccount("Other");

        Assert.Equal(204, Post($"accounts({_account})/test_pairs/$ref", $"contacts({_ada})").Status);
        Assert.Equal(204, Post($"contacts({_ada})/test_pairs/$ref", $"{_served.Api}accounts({other})").Status);

        Assert.Equal(["Ada"], _served.Names($"accounts({_account})/test_pairs?$select=lastname", "lastname"));
        Assert.Equal(
            ["Contoso", "Other"], _served.Names($"contacts({_ada})/test_pairs?$select=name&$orderby=name"));
        JsonNode expanded = _served.Get($"accounts({_account})?$select=name&$expand=test_pairs($select=lastname)");
        Assert.Equal("Ada", (string?)expanded["test_pairs"]![0]!["lastname"]);

        string inQuery = $"accounts({_account})/test_pairs/$ref?$id={_served.Api}contacts({_ada})";
        Assert.Equal(204, _served.Send("DELETE", inQuery).Status);
        Assert.Equal(204, _served.Send("DELETE", $"accounts({other})/test_pairs({_ada})/$ref").Status);
        Assert.Equal(0, _served.Environment.Count("test_pairs"));
    }

    [Fact]
    public void A_pair_that_is_there_already_is_the_platforms_error()
    {
        Post($"accounts({_account})/test_pairs/$ref", $"contacts({_ada})");

        ServedEnvironment.Answer answer = Post($"accounts({_account})/test_pairs/$ref", $"contacts({_ada})");

        Assert.Equal("0x80040237", answer.ErrorCode);
        Assert.Equal("Cannot insert duplicate key.", answer.ErrorMessage);
    }

    [Fact]
    public void Children_are_added_to_and_taken_from_their_parent()
    {
        string children = $"accounts({_account})/contact_customer_accounts";

        Assert.Equal(204, Post($"{children}/$ref", $"contacts({_ada})").Status);
        Assert.Equal(_account, ParentOf(_ada)!.Id);
        Assert.Equal(204, _served.Send("DELETE", $"{children}({_ada})/$ref").Status);
        Assert.Null(ParentOf(_ada));
    }

    [Fact]
    public void A_lookup_is_set_and_cleared()
    {
        string lookup = $"contacts({_ada})/parentcustomerid_account/$ref";
        Dictionary<string, string> body = new() { ["@odata.id"] = $"accounts({_account})" };

        Assert.Equal(204, _served.Send("PUT", lookup, body).Status);
        Assert.Equal(_account, ParentOf(_ada)!.Id);
        Assert.Equal(204, _served.Send("DELETE", lookup).Status);
        Assert.Null(ParentOf(_ada));
    }

    [Fact]
    public void Roles_are_given_to_users_by_the_platforms_relationship()
    {
        Guid role = _served.Service.Create(new Entity("role")
        {
            ["name"] = "Seller",
            ["businessunitid"] = new EntityReference("businessunit", _served.Environment.Dataverse.BusinessUnitId),
        });
        string user = $"systemusers({_served.Environment.Dataverse.SystemUserId})";

        Assert.Equal(204, Post($"{user}/systemuserroles_association/$ref", $"roles({role})").Status);

        Assert.Contains("Seller", _served.Names($"{user}/systemuserroles_association?$select=name"));
    }

    [Fact]
    public void What_a_reference_cannot_do_is_refused()
    {
        string pairs = $"accounts({_account})/test_pairs/$ref";

        Assert.Equal(405, _served.Send("PUT", pairs, new { }).Status);
        Assert.Equal(400, _served.Send("POST", pairs, new { name = "A" }).Status);
        Assert.Equal(400, _served.Send("DELETE", pairs).Status);
        Assert.Equal(501, _served.Send("PATCH", $"accounts({_account})", """{"test_pairs":null}""").Status);
    }

    private ServedEnvironment.Answer Post(string address, string row) =>
        _served.Send("POST", address, new Dictionary<string, string> { ["@odata.id"] = row });

    private EntityReference? ParentOf(Guid contact) => _served.Service
        .Retrieve("contact", contact, new ColumnSet("parentcustomerid"))
        .GetAttributeValue<EntityReference>("parentcustomerid");
}
