using System;
using System.Linq;
using Dataverse.Local.Tests.Store;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Query;

public sealed class ResultTests
{
    [Fact]
    public void Amounts_are_written_in_their_rows_currency_base_amounts_and_sums_in_base_currency()
    {
        using Rows rows = new();
        Guid euro = rows.Add("transactioncurrency", ("currencysymbol", "€"), ("currencyprecision", 2));
        Guid yen = rows.Add("transactioncurrency", ("currencysymbol", "¥"), ("currencyprecision", 0));
        rows.Context = new() { Clock = new FixedClock(Rows.Now), BaseCurrencyId = euro };
        rows.Add("account", ("name", "A"), ("revenue", new Money(-16000m)), ("revenue_base", new Money(-100m)),
            ("transactioncurrencyid", new EntityReference("transactioncurrency", yen)));

        Entity row = Assert.Single(rows.Fetch(
            "<fetch><entity name='account'><attribute name='revenue'/><attribute name='revenue_base'/></entity>"
            + "</fetch>")
            .Entities);
        Entity sum = Assert.Single(rows.Fetch("<fetch aggregate='true'><entity name='account'>"
            + "<attribute name='revenue_base' aggregate='sum' alias='s'/></entity></fetch>").Entities);

        Assert.Equal("-¥16,000", row.FormattedValues["revenue"]);
        Assert.Equal("-€100.00", row.FormattedValues["revenue_base"]);
        Assert.Equal("-€100.00", sum.FormattedValues["s"]);
    }

    [Fact]
    public void Choices_sort_by_label_unless_raw_and_lookups_by_name()
    {
        using Rows rows = new();
        Guid anna = rows.Add("contact", ("fullname", "Anna"));
        Guid zoe = rows.Add("contact", ("fullname", "Zoe"));
        rows.Add("account", ("name", "phone"), ("preferredcontactmethodcode", new OptionSetValue(3)),
            ("primarycontactid", new EntityReference("contact", anna)));
        rows.Add("account", ("name", "mail"), ("preferredcontactmethodcode", new OptionSetValue(5)),
            ("primarycontactid", new EntityReference("contact", zoe)));
        string By(string column, string raw = "false") => string.Join(",", rows.Fetch(
            $"<fetch useraworderby='{raw}'><entity name='account'><attribute name='name'/>"
            + $"<order attribute='{column}'/></entity></fetch>")
            .Entities.Select(e => e["name"]));

        Assert.Equal("mail,phone", By("preferredcontactmethodcode"));
        Assert.Equal("phone,mail", By("preferredcontactmethodcode", "true"));
        Assert.Equal("phone,mail", By("primarycontactid"));
    }

    [Fact]
    public void Distinct_rows_have_no_id_unless_asked_for()
    {
        using Rows rows = new();
        rows.Add("account", ("name", "Same"));
        rows.Add("account", ("name", "Same"));

        Entity row = Assert.Single(rows.Fetch(
            "<fetch distinct='true'><entity name='account'><attribute name='name'/></entity></fetch>").Entities);

        Assert.Equal(["name"], row.Attributes.Keys);
        Assert.Equal(Guid.Empty, row.Id);
    }

    [Fact]
    public void Distinct_rows_differ_by_more_than_case()
    {
        using Rows rows = new();
        foreach (string name in new[] { "Same", "SAME", "other" }) rows.Add("account", ("name", name), ("fax", "1"));

        EntityCollection found = rows.Fetch("<fetch distinct='true' returntotalrecordcount='true'><entity "
            + "name='account'><attribute name='name'/><attribute name='fax'/><order attribute='name'/></entity>"
            + "</fetch>");

        Assert.Equal(["other", "same"], found.Entities.Select(e => ((string)e["name"]).ToLowerInvariant()));
        Assert.Equal(2, found.TotalRecordCount);
    }

    [Fact]
    public void Ids_sort_as_sql_server_sorts_them()
    {
        using Rows rows = new();
        foreach (string id in new[]
        {
            "ff000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002",
            "00000000-0000-0000-ff00-000000000001", "0000ff00-0000-0000-0000-000000000001",
        })
        {
            rows.Session.Insert(rows.Catalog.Get("account"), new Entity("account", Guid.Parse(id)));
        }

        EntityCollection found = rows.Fetch(
            "<fetch><entity name='account'><order attribute='accountid'/></entity></fetch>");

        Assert.Equal(
            ["ff000000", "0000ff00", "00000000", "00000000"],
            found.Entities.Select(e => e.Id.ToString("D")[..8]));
        Assert.EndsWith("02", found.Entities[3].Id.ToString(), StringComparison.Ordinal);
    }
}
