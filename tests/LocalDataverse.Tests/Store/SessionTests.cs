using System;
using System.IO;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local.Metadata;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Store;

public sealed class SessionTests
{
    [Fact]
    public void A_row_comes_back_with_the_values_types_and_names_it_was_stored_with()
    {
        using Rows rows = new();
        Guid euro = rows.Add(
            "transactioncurrency", ("currencyname", "Euro"), ("currencysymbol", "€"), ("currencyprecision", 2));
        Guid parent = rows.Add("account", ("name", "Mutter GmbH"));
        Guid id = rows.Add("account", ("name", "Töchter"), ("revenue", new Money(1234.5m)), ("numberofemployees", 1200),
            ("industrycode", new OptionSetValue(6)), ("creditonhold", true), ("createdon", Rows.Now),
            ("parentaccountid", new EntityReference("account", parent)),
                ("ownerid", new EntityReference("team", parent)),
            ("exchangerate", 1.25m), ("transactioncurrencyid", new EntityReference("transactioncurrency", euro)));

        Entity row = rows.Session.Find(rows.Catalog.Get("account"), id, new ColumnSet(true))!;

        Assert.Equal(id, row.Id);
        Assert.Equal(id, row["accountid"]);
        Assert.Equal("Töchter", row["name"]);
        Assert.Equal(1234.5m, row.GetAttributeValue<Money>("revenue").Value);
        Assert.Equal(1200, row["numberofemployees"]);
        Assert.Equal(6, row.GetAttributeValue<OptionSetValue>("industrycode").Value);
        Assert.Equal(true, row["creditonhold"]);
        Assert.Equal(Rows.Now, row["createdon"]);
        Assert.Equal(DateTimeKind.Utc, ((DateTime)row["createdon"]).Kind);
        Assert.Equal("Mutter GmbH", row.GetAttributeValue<EntityReference>("parentaccountid").Name);
        Assert.Equal("team", row.GetAttributeValue<EntityReference>("ownerid").LogicalName);
        Assert.Equal(1.25m, row["exchangerate"]);
        Assert.False(row.Contains("fax"));
        Assert.Equal("€1,234.50", row.FormattedValues["revenue"]);
        Assert.Equal("1,200", row.FormattedValues["numberofemployees"]);
        Assert.Equal("Business Services", row.FormattedValues["industrycode"]);
        Assert.Equal("Yes", row.FormattedValues["creditonhold"]);
        Assert.Equal("3/18/2026 2:30 PM", row.FormattedValues["createdon"].Replace('\u202f', ' '));
        Assert.Equal("Mutter GmbH", row.FormattedValues["parentaccountid"]);
        Assert.False(row.FormattedValues.ContainsKey("name"));
    }

    [Fact]
    public void Retrieving_some_columns_brings_them_the_id_and_nothing_else()
    {
        using Rows rows = new();
        Guid id = rows.Add("account", ("name", "A"), ("fax", "1"));

        Entity row = rows.Session.Find(rows.Catalog.Get("account"), id, new ColumnSet("name"))!;

        Assert.Equal(["accountid", "name"], row.Attributes.Keys.Order());
        Assert.Null(rows.Session.Find(rows.Catalog.Get("account"), Guid.NewGuid(), new ColumnSet()));
    }

    [Fact]
    public void An_unknown_column_is_the_platforms_fault()
    {
        using Rows rows = new();
        Guid id = rows.Add("account", ("name", "A"));

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => rows.Session.Find(rows.Catalog.Get("account"), id, new ColumnSet("nosuch")));

        Assert.Equal(unchecked((int)0x80041103), fault.Detail.ErrorCode);
    }

    [Fact]
    public void An_update_changes_the_named_columns_clears_nulls_and_raises_the_row_version()
    {
        using Rows rows = new();
        Table account = rows.Catalog.Get("account");
        Guid id = rows.Add("account", ("name", "Before"), ("fax", "1"), ("telephone1", "2"));
        string version = rows.Session.Find(account, id, new ColumnSet())!.RowVersion;

        Assert.True(rows.Session.Update(account, id, new AttributeCollection { ["name"] = "After", ["fax"] = null }));

        Entity row = rows.Session.Find(account, id, new ColumnSet("name", "fax", "telephone1"))!;
        Assert.Equal("After", row["name"]);
        Assert.False(row.Contains("fax"));
        Assert.Equal("2", row["telephone1"]);
        Assert.True(long.Parse(row.RowVersion) > long.Parse(version));
        Assert.Equal("After", rows.AccountsWhere("<condition attribute='name' operator='eq' value='AFTER'/>"));
        Assert.False(rows.Session.Update(account, Guid.NewGuid(), new AttributeCollection { ["name"] = "x" }));
    }

    [Fact]
    public void Empty_text_is_null()
    {
        using Rows rows = new();
        Table account = rows.Catalog.Get("account");
        Guid id = rows.Add("account", ("name", "A"), ("fax", ""), ("telephone1", "1"));
        rows.Session.Update(account, id, new AttributeCollection { ["telephone1"] = "" });

        Entity row = rows.Session.Find(account, id, new ColumnSet("fax", "telephone1"))!;

        Assert.Equal(["accountid"], row.Attributes.Keys);
        Assert.Equal("A", rows.AccountsWhere("<condition attribute='telephone1' operator='null'/>"));
    }

    [Fact]
    public void A_taken_id_and_taken_key_values_fault_as_on_the_platform()
    {
        using Rows rows = new();
        Table account = rows.Catalog.Get("account");
        rows.Catalog.AddKey(account, new AlternateKey("accountnumberkey", ["accountnumber"]));
        Guid id = rows.Add("account", ("name", "A"), ("accountnumber", "K-1"));

        var sameId = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => rows.Session.Insert(account, new Entity("account", id)));
        var sameKey = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => rows.Add("account", ("accountnumber", "k-1")));
        rows.Add("account", ("name", "no key"));
        rows.Add("account", ("name", "no key either"));

        Assert.Equal(unchecked((int)0x80040237), sameId.Detail.ErrorCode);
        Assert.Equal(unchecked((int)0x80060892), sameKey.Detail.ErrorCode);
    }

    [Fact]
    public void A_row_is_found_by_its_alternate_key()
    {
        using Rows rows = new();
        Table account = rows.Catalog.Get("account");
        AlternateKey key = new("k", ["accountnumber", "numberofemployees"]);
        rows.Catalog.AddKey(account, key);
        Guid id = rows.Add("account", ("accountnumber", "K-1"), ("numberofemployees", 5));

        Assert.Equal(id, rows.Session.FindByKey(account, key, Keys("k-1", 5)));
        Assert.Null(rows.Session.FindByKey(account, key, Keys("K-1", 6)));
        Assert.Null(rows.Session.FindByKey(account, key, new KeyAttributeCollection { ["accountnumber"] = "K-1" }));
    }

    [Fact]
    public void Rollback_undoes_rows_and_new_tables_and_leaves_the_session_usable()
    {
        using Rows rows = new();
        rows.Session.Begin();
        rows.Add("contact", ("lastname", "Gone"));
        rows.Session.Rollback();

        Assert.Empty(rows.Select(new QueryExpression("contact")).Entities);
        rows.Add("contact", ("lastname", "Stays"));
        Assert.Single(rows.Select(new QueryExpression("contact")).Entities);
    }

    [Fact]
    public void A_column_added_later_is_there_for_old_and_new_rows()
    {
        using Rows rows = new();
        Table account = rows.Catalog.Get("account");
        Guid old = rows.Add("account", ("name", "Old"));
        rows.Catalog.AddColumn(account, new Column
        {
            LogicalName = "new_score", SchemaName = "new_Score", Type = ColumnType.Decimal, Precision = 4,
        });

        rows.Session.Update(account, old, new AttributeCollection { ["new_score"] = 0.12345m });

        Assert.Equal(0.1235m, rows.Session.Find(account, old, new ColumnSet("new_score"))!["new_score"]);
    }

    [Fact]
    public void Rows_and_row_versions_survive_closing_the_file()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        try
        {
            Guid id;
            string version;
            using (Rows rows = new(path))
            {
                id = rows.Add("account", ("name", "Kept"));
                version = rows.Session.Find(rows.Catalog.Get("account"), id, new ColumnSet())!.RowVersion;
            }

            using Rows reopened = new(path);
            Table account = reopened.Catalog.Get("account");
            Assert.Equal("Kept", reopened.Session.Find(account, id, new ColumnSet("name"))!["name"]);
            reopened.Session.Update(account, id, new AttributeCollection { ["name"] = "Changed" });
            Assert.True(
                long.Parse(reopened.Session.Find(account, id, new ColumnSet())!.RowVersion) > long.Parse(version));
        }
        finally
        {
            foreach (string file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(path) + "*"))
                File.Delete(file);
        }
    }

    [Fact]
    public void A_second_writer_waits_and_then_gets_the_sql_timeout_while_readers_go_on()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        try
        {
            using Rows rows = new(path);
            rows.Add("account", ("name", "Committed"));
            using Session other = rows.Database.OpenSession();
            rows.Session.Begin();
            rows.Add("account", ("name", "Not yet"));

            var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(other.Begin);
            int seen = other.Select(
                Local.Query.QueryReader.Read(new QueryExpression("account"), rows.Catalog), rows.Context)
                    .Entities.Count;

            Assert.Equal(unchecked((int)0x80044151), fault.Detail.ErrorCode);
            Assert.Equal(1, seen);
        }
        finally
        {
            foreach (string file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(path) + "*"))
                File.Delete(file);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Stored_ids_keep_their_value_and_compare_like_SqlGuid(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < 200; i++)
        {
            byte[] bytes = new byte[32];
            random.NextBytes(bytes);
            Guid one = new(bytes.AsSpan(0, 16));
            Guid two = new(bytes.AsSpan(16));

            Assert.Equal(one, StoredGuid.Read(StoredGuid.ToBytes(one)));
            Assert.Equal(
                Math.Sign(new System.Data.SqlTypes.SqlGuid(one).CompareTo(new System.Data.SqlTypes.SqlGuid(two))),
                Math.Sign(StoredGuid.ToBytes(one).AsSpan().SequenceCompareTo(StoredGuid.ToBytes(two))));
        }
    }

    private static KeyAttributeCollection Keys(string number, int employees) =>
        new() { ["accountnumber"] = number, ["numberofemployees"] = employees };
}
