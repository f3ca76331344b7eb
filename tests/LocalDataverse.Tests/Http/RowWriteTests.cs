using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Http;

public sealed class RowWriteTests : IDisposable
{
    private readonly ServedEnvironment _served = new();

    [Fact]
    public void Post_creates_and_says_where_the_row_is()
    {
        ServedEnvironment.Answer answer = _served.Send("POST", "accounts", new { name = "Contoso", revenue = 12.5m });

        Assert.Equal(204, answer.Status);
        Assert.StartsWith(_served.Api + "accounts(", answer.Headers["OData-EntityId"]);
        Entity row = _served.Environment.Account(IdOf(answer));
        Assert.Equal("Contoso", row["name"]);
        Assert.Equal(12.5m, ((Money)row["revenue"]).Value);
    }

    [Fact]
    public void A_preferred_representation_is_the_stored_row()
    {
        ServedEnvironment.Answer answer = _served.Send(
            "POST", "accounts?$select=name,creditonhold", new { name = "Contoso" }, "Prefer: return=representation");

        Assert.Equal(201, answer.Status);
        Assert.Equal("Contoso", (string?)answer.Json["name"]);
        Assert.NotNull(answer.Json["accountid"]);
    }

    [Fact]
    public void Every_type_goes_in_and_comes_out()
    {
        Guid id = IdOf(_served.Send("POST", "accounts", """
            {"name":"Typed","creditonhold":true,"numberofemployees":42,"industrycode":7,
             "revenue":99.99,"lastusedincampaign":"2026-02-28","description":null}
            """));

        JsonNode row = _served.Get($"accounts({id})");
        Assert.True((bool)row["creditonhold"]!);
        Assert.Equal(42, (int)row["numberofemployees"]!);
        Assert.Equal(7, (int)row["industrycode"]!);
        Assert.Equal(99.99m, (decimal)row["revenue"]!);
        Assert.StartsWith("2026-02-28", (string?)row["lastusedincampaign"]);
        Assert.Null(row["description"]);
    }

    [Fact]
    public void Lookups_are_bound_and_loosened_through_their_navigation_property()
    {
        Guid account = _served.Environment.CreateAccount();
        Guid contact = IdOf(_served.Send("POST", "contacts", new Dictionary<string, object?>
        {
            ["lastname"] = "McKay",
            ["parentcustomerid_account@odata.bind"] = $"/accounts({account})",
        }));

        Assert.Equal(account.ToString(), (string?)_served.Get($"contacts({contact})")["_parentcustomerid_value"]);
        Dictionary<string, object?> nothing = new() { ["parentcustomerid_account@odata.bind"] = null };
        ServedEnvironment.Answer loosened = _served.Send("PATCH", $"contacts({contact})", nothing);
        Assert.Equal(204, loosened.Status);
        Assert.Null(_served.Get($"contacts({contact})")["_parentcustomerid_value"]);
    }

    [Fact]
    public void Patch_creates_a_missing_row_unless_told_to_update_only()
    {
        Guid id = Guid.NewGuid();

        ServedEnvironment.Answer refused = _served.Send("PATCH", $"accounts({id})", new { name = "A" }, "If-Match: *");
        Assert.Equal(404, refused.Status);
        Assert.Equal("0x80040217", refused.ErrorCode);

        Assert.Equal(204, _served.Send("PATCH", $"accounts({id})", new { name = "A" }).Status);
        Assert.Equal("A", _served.Environment.Account(id)["name"]);
        Assert.Equal(412, _served.Send("PATCH", $"accounts({id})", new { name = "B" }, "If-None-Match: *").Status);
        Assert.Equal(204, _served.Send("PATCH", $"accounts({id})", new { name = "B" }, "If-Match: *").Status);
        Assert.Equal("B", _served.Environment.Account(id)["name"]);
    }

    [Fact]
    public void A_write_on_a_stale_version_is_refused()
    {
        Guid id = _served.Environment.CreateAccount();
        string etag = (string)_served.Get($"accounts({id})?$select=name")["@odata.etag"]!;
        Assert.Equal(204, _served.Send("PATCH", $"accounts({id})", new { name = "New" }, $"If-Match: {etag}").Status);

        var late = new { name = "Late" };
        ServedEnvironment.Answer update = _served.Send("PATCH", $"accounts({id})", late, $"If-Match: {etag}");
        ServedEnvironment.Answer delete = _served.Send("DELETE", $"accounts({id})", null, $"If-Match: {etag}");

        Assert.Equal(412, update.Status);
        Assert.Equal("0x80060882", update.ErrorCode);
        Assert.Equal(412, delete.Status);
        Assert.Equal("New", _served.Environment.Account(id)["name"]);
    }

    [Fact]
    public void A_row_answers_to_its_alternate_key()
    {
        Table account = _served.Environment.Dataverse.Tables.Get("account");
        _served.Environment.Dataverse.Tables.AddKey(account, new AlternateKey("byaccountnumber", ["accountnumber"]));

        Assert.Equal(204, _served.Send("PATCH", "accounts(accountnumber='A-1')", new { name = "First" }).Status);
        Assert.Equal(204, _served.Send("PATCH", "accounts(accountnumber='A-1')", new { name = "Second" }).Status);

        Assert.Equal("Second", (string?)_served.Get("accounts(accountnumber='A-1')?$select=name")["name"]);
        Assert.Equal("A-1", (string?)_served.Get("accounts(accountnumber='A-1')")["accountnumber"]);
        Assert.Equal(1, _served.Environment.Count("account"));
        Assert.Equal(404, _served.Send("GET", "accounts(accountnumber='A-2')").Status);
    }

    [Fact]
    public void Single_properties_are_set_and_cleared()
    {
        Guid id = _served.Environment.CreateAccount();

        Assert.Equal(204, _served.Send("PUT", $"accounts({id})/telephone1", new { value = "555" }).Status);
        Assert.Equal("555", _served.Environment.Account(id)["telephone1"]);
        Assert.Equal(204, _served.Send("DELETE", $"accounts({id})/telephone1").Status);
        Assert.False(_served.Environment.Account(id).Contains("telephone1"));
    }

    [Fact]
    public void Delete_removes_the_row_once()
    {
        Guid id = _served.Environment.CreateAccount();

        Assert.Equal(204, _served.Send("DELETE", $"accounts({id})").Status);
        Assert.Equal(404, _served.Send("DELETE", $"accounts({id})").Status);
        Assert.Equal(0, _served.Environment.Count("account"));
    }

    [Theory]
    [InlineData("""{"nothing":1}""", "0x80048d19")]
    [InlineData("""{"name":1}""", "0x80048d19")]
    [InlineData("""{"industrycode":"seven"}""", "0x80048d19")]
    [InlineData("""{"industrycode":999}""", "0x8004431a")]
    [InlineData("""{"_primarycontactid_value":"00000000-0000-0000-0000-000000000001"}""", "0x80048d19")]
    [InlineData("""{"primarycontactid@odata.bind":"/nothings(1)"}""", "0x80048d19")]
    [InlineData("""{"name":""", "0x80048d19")]
    [InlineData("""[1]""", "0x80048d19")]
    public void A_body_that_does_not_fit_the_table_is_refused(string body, string code)
    {
        ServedEnvironment.Answer answer = _served.Send("POST", "accounts", body);

        Assert.Equal(400, answer.Status);
        Assert.Equal(code, answer.ErrorCode);
        Assert.Equal(0, _served.Environment.Count("account"));
    }

    [Fact]
    public void A_request_runs_as_the_user_that_its_header_names()
    {
        Guid user = _served.Environment.Dataverse.AddUser("Caller", "Basic User");
        Guid nobody = _served.Environment.Dataverse.AddUser("Nobody");

        Guid id = IdOf(_served.Send("POST", "accounts", new { name = "Mine" }, $"CallerObjectId: {user}"));
        Assert.Equal(user, ((EntityReference)_served.Environment.Account(id)["createdby"]).Id);
        Assert.Equal(user.ToString(), (string?)_served.Get("WhoAmI()", $"MSCRMCallerID: {user}")["UserId"]);
        ServedEnvironment.Answer refused = _served.Send(
            "POST", "accounts", new { name = "Mine" }, $"CallerObjectId: {nobody}");
        Assert.Equal(403, refused.Status);
        Assert.Equal("0x80042f09", refused.ErrorCode);
        Assert.Equal(403, _served.Send("GET", "WhoAmI()", null, $"MSCRMCallerID: {Guid.NewGuid()}").Status);
    }

    public void Dispose() => _served.Dispose();

    private static Guid IdOf(ServedEnvironment.Answer answer)
    {
        Assert.True(answer.Status is 201 or 204, answer.Text);
        string address = answer.Headers["OData-EntityId"];
        return Guid.Parse(address[(address.LastIndexOf('(') + 1)..^1]);
    }
}
