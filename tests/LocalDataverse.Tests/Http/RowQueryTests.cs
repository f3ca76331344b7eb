using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Http;

public sealed class RowQueryTests : IDisposable
{
    private readonly ServedEnvironment _served = new();
    private readonly Guid _contact;
    private readonly Guid _contoso;

    public RowQueryTests()
    {
        _contoso = Create("Contoso", 1000.5m, 3);
        Create("Fabrikam", 250m, null);
        Create("100% Pure_Soft", null, 8);
        _contact = _served.Service.Create(new Entity("contact")
        {
            ["firstname"] = "Yvonne",
            ["lastname"] = "McKay",
            ["parentcustomerid"] = new EntityReference("account", _contoso),
        });
        _served.Service.Update(new Entity("account", _contoso)
        {
            ["primarycontactid"] = new EntityReference("contact", _contact),
        });
    }

    [Fact]
    public void A_row_comes_typed_with_its_id_etag_context_and_currency()
    {
        const string Selected = "name,revenue,creditonhold,createdon,industrycode";

        JsonNode row = _served.Get($"accounts({_contoso})?$select={Selected}");

        Assert.Equal("Contoso", (string?)row["name"]);
        Assert.Equal(1000.5m, (decimal)row["revenue"]!);
        Assert.Equal(3, (int)row["industrycode"]!);
        Assert.Equal("2026-03-14T09:26:53Z", (string?)row["createdon"]);
        Assert.Equal(_contoso.ToString(), (string?)row["accountid"]);
        Assert.StartsWith("W/\"", (string?)row["@odata.etag"]);
        Assert.NotNull(row["_transactioncurrencyid_value"]);
        Assert.EndsWith($"$metadata#accounts({Selected})/$entity", (string?)row["@odata.context"]);
    }

    [Fact]
    public void Annotations_come_when_they_are_preferred()
    {
        const string Lookup = "_primarycontactid_value";
        string address = $"accounts({_contoso})?$select=_primarycontactid_value,industrycode";

        JsonNode plain = _served.Get(address);
        JsonNode annotated = _served.Get(address, "Prefer: odata.include-annotations=\"*\"");

        Assert.Equal(_contact.ToString(), (string?)plain[Lookup]);
        Assert.Null(plain[Lookup + "@Microsoft.Dynamics.CRM.lookuplogicalname"]);
        Assert.Equal("contact", (string?)annotated[Lookup + "@Microsoft.Dynamics.CRM.lookuplogicalname"]);
        Assert.Equal(
            "primarycontactid", (string?)annotated[Lookup + "@Microsoft.Dynamics.CRM.associatednavigationproperty"]);
        Assert.Equal("Yvonne McKay", (string?)annotated[Lookup + "@OData.Community.Display.V1.FormattedValue"]);
        Assert.NotNull(annotated["industrycode@OData.Community.Display.V1.FormattedValue"]);
    }

    [Theory]
    [InlineData("name eq 'contoso'", "Contoso")]
    [InlineData("revenue gt 250", "Contoso")]
    [InlineData("revenue eq null", "100% Pure_Soft")]
    [InlineData("not (revenue ne null)", "100% Pure_Soft")]
    [InlineData("industrycode eq 3 or startswith(name,'Fab')", "Contoso,Fabrikam")]
    [InlineData("not (industrycode eq 3 or startswith(name,'Fab')) and industrycode ne null", "100% Pure_Soft")]
    [InlineData("contains(name,'0%')", "100% Pure_Soft")]
    [InlineData("contains(name,'e_S')", "100% Pure_Soft")]
    [InlineData("endswith(name,'soft')", "100% Pure_Soft")]
    [InlineData("primarycontactid/lastname eq 'McKay'", "Contoso")]
    [InlineData("createdon ge 2026-03-14T00:00:00Z and name ne 'Fabrikam'", "100% Pure_Soft,Contoso")]
    [InlineData("name eq 'x'' or 1 eq 1 --'", "")]
    public void Filters_find_what_they_say(string filter, string names)
    {
        string[] found = _served.Names($"accounts?$select=name&$orderby=name&$filter={Uri.EscapeDataString(filter)}");

        Assert.Equal(names, string.Join(',', found));
    }

    [Theory]
    [InlineData("name eq 'x' or 1 eq 1; drop table account")]
    [InlineData("'; drop table account --")]
    [InlineData("unknowncolumn eq 'x'")]
    [InlineData("(name eq 'x'")]
    public void A_filter_that_is_none_is_refused_and_changes_nothing(string filter)
    {
        ServedEnvironment.Answer answer = _served.Send("GET", $"accounts?$filter={Uri.EscapeDataString(filter)}");

        Assert.Equal(400, answer.Status);
        Assert.Equal("0x80060888", answer.ErrorCode);
        Assert.Equal(3, _served.Names("accounts?$select=name").Length);
    }

    [Fact]
    public void Order_top_and_count_go_together()
    {
        JsonNode list = _served.Get("accounts?$select=name&$orderby=revenue desc,name&$top=2&$count=true");

        Assert.Equal(3, (int)list["@odata.count"]!);
        Assert.Equal(["Contoso", "Fabrikam"], ServedEnvironment.Rows(list).Select(row => (string?)row!["name"]));
        Assert.Null(list["@odata.nextLink"]);
        Assert.Equal("3", _served.Send("GET", "accounts/$count").Text);
    }

    [Fact]
    public void Pages_follow_their_links_to_the_end_without_gap_or_repeat()
    {
        for (int i = 0; i < 7; i++) Create("Row " + i.ToString(CultureInfo.InvariantCulture), null, null);
        List<string> names = [];
        string? next = "accounts?$select=name&$orderby=name";
        for (int pages = 0; next is not null && pages < 10; pages++)
        {
            string relative = next.Replace(_served.Api.ToString(), "", StringComparison.Ordinal);
            JsonNode page = _served.Get(relative, "Prefer: odata.maxpagesize=3");
            Assert.InRange(ServedEnvironment.Rows(page).Count, 1, 3);
            names.AddRange(ServedEnvironment.Rows(page).Select(row => (string)row!["name"]!));
            next = (string?)page["@odata.nextLink"];
        }

        Assert.Equal(10, names.Count);
        Assert.Equal(names.Distinct(), names);
        Assert.Null(next);
    }

    [Fact]
    public void Expands_of_lookups_and_of_collections_bring_their_rows()
    {
        JsonNode list = _served.Get("accounts?$select=name&$orderby=name&$expand=primarycontactid($select=lastname),"
            + "contact_customer_accounts($select=firstname;$orderby=firstname)");
        List<JsonNode?> rows = ServedEnvironment.Rows(list);
        JsonNode contoso = rows.Single(row => (string?)row!["name"] == "Contoso")!;
        JsonNode fabrikam = rows.Single(row => (string?)row!["name"] == "Fabrikam")!;

        Assert.Equal("McKay", (string?)contoso["primarycontactid"]!["lastname"]);
        Assert.Equal("Yvonne", (string?)contoso["contact_customer_accounts"]![0]!["firstname"]);
        Assert.Null(fabrikam["primarycontactid"]);
        Assert.Empty(fabrikam["contact_customer_accounts"]!.AsArray());
    }

    [Fact]
    public void Related_rows_have_addresses_of_their_own()
    {
        JsonNode contact = _served.Get($"accounts({_contoso})/primarycontactid?$select=lastname");
        Assert.Equal("McKay", (string?)contact["lastname"]);
        Assert.Equal(["Yvonne"], _served.Names($"accounts({_contoso})/contact_customer_accounts", "firstname"));
        Assert.Equal("Contoso", (string?)_served.Get($"accounts({_contoso})/name")["value"]);
    }

    [Fact]
    public void FetchXml_answers_in_the_same_form()
    {
        string fetch = Uri.EscapeDataString("<fetch><entity name='account'><attribute name='name'/>"
            + "<filter><condition attribute='name' operator='eq' value='Contoso'/></filter>"
            + "<link-entity name='contact' from='contactid' to='primarycontactid' alias='c'>"
            + "<attribute name='lastname'/></link-entity></entity></fetch>");

        JsonNode row = Assert.Single(ServedEnvironment.Rows(_served.Get($"accounts?fetchXml={fetch}")))!;

        Assert.Equal("Contoso", (string?)row["name"]);
        Assert.Equal("McKay", (string?)row["c.lastname"]);
    }

    [Theory]
    [InlineData("accounts?$apply=groupby((name))", "$apply")]
    [InlineData("EntityDefinitions", "EntityDefinitions")]
    [InlineData("accounts?savedQuery=00000000-0000-0000-0000-000000000001", "savedQuery")]
    [InlineData("accounts?$filter=length(name) eq 3", "length")]
    [InlineData("accounts?$filter=Microsoft.Dynamics.CRM.Today(PropertyName='createdon')", "Today")]
    [InlineData("accounts?$filter=contact_customer_accounts/any(c:c/lastname eq 'x')", "any")]
    public void What_is_not_done_is_refused_by_its_name(string address, string name)
    {
        ServedEnvironment.Answer answer = _served.Send("GET", address);

        Assert.Equal(501, answer.Status);
        Assert.Equal("0x80040315", answer.ErrorCode);
        Assert.Contains(name, answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothings", 404, "0x80060888")]
    [InlineData("accounts(00000000-0000-0000-0000-00000000dead)", 404, "0x80040217")]
    [InlineData("accounts?$select=nothing", 400, "0x80060888")]
    [InlineData("accounts?$skip=3", 400, "0x80060888")]
    [InlineData("accounts?$skiptoken=%3Cbroken", 400, "0x80060888")]
    public void Unknown_names_and_rows_have_the_platforms_codes(string address, int status, string code)
    {
        ServedEnvironment.Answer answer = _served.Send("GET", address);

        Assert.Equal(status, answer.Status);
        Assert.Equal(code, answer.ErrorCode);
    }

    [Fact]
    public void The_metadata_describe_types_keys_and_navigation()
    {
        XElement metadata = XElement.Parse(_served.Send("GET", "$metadata").Text);
        XElement account = metadata.Descendants().Single(
            element => element.Name.LocalName == "EntityType" && (string?)element.Attribute("Name") == "account");
        string? TypeOf(string property) => (string?)account.Elements()
            .Single(element => (string?)element.Attribute("Name") == property).Attribute("Type");

        Assert.Equal("Edm.Decimal", TypeOf("revenue"));
        Assert.Equal("Edm.Guid", TypeOf("_primarycontactid_value"));
        Assert.EndsWith(".contact", TypeOf("primarycontactid"));
        Assert.EndsWith(".contact)", TypeOf("contact_customer_accounts"));
    }

    public void Dispose() => _served.Dispose();

    private Guid Create(string name, decimal? revenue, int? industry)
    {
        Entity account = new("account") { ["name"] = name };
        if (revenue is decimal amount) account["revenue"] = new Money(amount);
        if (industry is int code) account["industrycode"] = new OptionSetValue(code);
        return _served.Service.Create(account);
    }
}
