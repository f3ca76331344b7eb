using System;
using System.Linq;
using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Import;

/// <summary>An update keeps what the newer version lacks, an upgrade deletes it with its data.</summary>
public sealed class SolutionUpgradeTests : IDisposable
{
    private readonly LocalDataverse _local = LocalDataverse.Open();
    private readonly IOrganizationService _service;

    public SolutionUpgradeTests() => _service = _local.Connect();

    public void Dispose() => _local.Dispose();

    [Fact]
    public void A_column_goes_with_its_data_and_comes_back_empty()
    {
        _local.Import(With("1.0.0.0", Snippets.Column("acme_Note", "nvarchar", "<MaxLength>50</MaxLength>")));
        Guid id = _service.Create(new Entity("acme_thing") { ["acme_name"] = "kept", ["acme_note"] = "gone" });

        Upgrade(With("2.0.0.0"));

        Assert.Null(_local.Tables.Get("acme_thing").Find("acme_note"));
        Assert.Equal("kept", _service.Retrieve("acme_thing", id, new ColumnSet(true))["acme_name"]);
        _local.Import(With("2.1.0.0", Snippets.Column("acme_Note", "nvarchar", "<MaxLength>50</MaxLength>")));
        Assert.False(_service.Retrieve("acme_thing", id, new ColumnSet(true)).Contains("acme_note"));
    }

    [Fact]
    public void A_column_may_come_back_with_another_type_after_an_upgrade_took_it_away()
    {
        _local.Import(With("1.0.0.0", Snippets.Column("acme_Note", "nvarchar", "<MaxLength>50</MaxLength>")));
        Upgrade(With("2.0.0.0"));

        _local.Import(With("3.0.0.0", Snippets.Column("acme_Note", "int")));

        Guid id = _service.Create(new Entity("acme_thing") { ["acme_name"] = "x", ["acme_note"] = 7 });
        Assert.Equal(7, _service.Retrieve("acme_thing", id, new ColumnSet(true))["acme_note"]);
    }

    [Fact]
    public void A_table_goes_with_its_rows_its_lookups_and_its_column_on_a_standard_table()
    {
        _local.Import(WithPart("1.0.0.0").Pack());
        Guid part = _service.Create(new Entity("acme_part") { ["acme_name"] = "part" });
        Guid account = _service.Create(
            new Entity("account") { ["name"] = "Acme", ["acme_part"] = new EntityReference("acme_part", part) });

        Upgrade(With("2.0.0.0"));

        Assert.Null(_local.Tables.Find("acme_part"));
        Assert.Null(_local.Tables.FindRelationship("acme_part_account"));
        Assert.Null(_local.Tables.Get("account").Find("acme_part"));
        Assert.Equal("Acme", _service.Retrieve("account", account, new ColumnSet(true))["name"]);
        _service.Delete("account", account);
    }

    [Fact]
    public void A_table_that_went_can_come_back_and_is_empty()
    {
        _local.Import(WithPart("1.0.0.0").Pack());
        _service.Create(new Entity("acme_part") { ["acme_name"] = "part" });
        Upgrade(With("2.0.0.0"));

        _local.Import(WithPart("2.1.0.0").Pack());

        Assert.Empty(_service.RetrieveMultiple(new QueryExpression("acme_part")).Entities);
        _service.Create(new Entity("acme_part") { ["acme_name"] = "part" });
    }

    [Theory]
    [InlineData(ImportMode.Update, true)]
    [InlineData(ImportMode.Upgrade, false)]
    public void A_choice_value_that_the_newer_version_lacks_goes_with_an_upgrade_only(ImportMode mode, bool stays)
    {
        _local.Import(WithChoice("1.0.0.0", 1, 2).Pack());
        Guid id = _service.Create(new Entity("acme_thing") { ["acme_kind"] = new OptionSetValue(2) });

        _local.Import(WithChoice("2.0.0.0", 1).Pack(), new ImportOptions { Mode = mode });

        Entity row = _service.Retrieve("acme_thing", id, new ColumnSet("acme_kind"));
        Assert.Equal(2, row.GetAttributeValue<OptionSetValue>("acme_kind").Value);
        Action write = () => _service.Create(new Entity("acme_thing") { ["acme_kind"] = new OptionSetValue(2) });
        if (stays)
        {
            write();
        }
        else
        {
            TestEnvironment.FaultOf(write);
        }
    }

    [Fact]
    public void A_key_with_other_columns_is_built_anew()
    {
        const string Columns = "<MaxLength>50</MaxLength>";
        string code = Snippets.Column("acme_Code", "nvarchar", Columns);
        _local.Import(WithKey("1.0.0.0", code, "acme_name"));
        _service.Create(new Entity("acme_thing") { ["acme_name"] = "a", ["acme_code"] = "1" });
        _service.Create(new Entity("acme_thing") { ["acme_name"] = "b", ["acme_code"] = "2" });

        _local.Import(WithKey("2.0.0.0", code, "acme_code"));

        _service.Create(new Entity("acme_thing") { ["acme_name"] = "a", ["acme_code"] = "3" });
        Assert.Equal(ErrorCodes.DuplicateRecordEntityKey, TestEnvironment.FaultOf(
            () => _service.Create(new Entity("acme_thing") { ["acme_name"] = "d", ["acme_code"] = "1" })).ErrorCode);
        Upgrade(With("3.0.0.0", code));
        _service.Create(new Entity("acme_thing") { ["acme_name"] = "d", ["acme_code"] = "1" });
    }

    [Fact]
    public void What_another_solution_also_brings_stays()
    {
        _local.Import(With("1.0.0.0"));
        _local.Import(Account("Other", Snippets.Column("acme_Shared", "int")).Pack());
        _local.Import(Account("AcmeMore", Snippets.Column("acme_Shared", "int")).Pack());

        Upgrade(Account("AcmeMore", Snippets.Column("acme_New", "int"), "2.0.0.0").Pack());

        Assert.NotNull(_local.Tables.Get("account").Find("acme_shared"));
        Upgrade(Account("Other", Snippets.Column("acme_New", "int"), "2.0.0.0").Pack());
        Assert.Null(_local.Tables.Get("account").Find("acme_shared"));
    }

    [Fact]
    public void An_upgrade_that_would_take_away_what_others_need_is_refused_and_changes_nothing()
    {
        _local.Import(WithPart("1.0.0.0").Pack());
        _local.Import(new SolutionBuilder { UniqueName = "Other" }
            .Table("acme_user", Snippets.Table("acme_User", Snippets.Column("acme_Part", "lookup")))
            .With("EntityRelationships", Snippets.OneToMany("acme_part_user", "acme_Part", "acme_User", "acme_Part"))
            .Pack());

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => Upgrade(With("2.0.0.0")));

        Assert.Equal(ImportErrorCodes.ReferencedComponent, fault.ErrorCode);
        Assert.Contains("acme_user.acme_part", fault.Message, StringComparison.Ordinal);
        _service.Create(new Entity("acme_part") { ["acme_name"] = "still here" });
        Assert.Equal("1.0.0.0", Version());
    }

    [Theory]
    [InlineData("1.0.0.0")]
    [InlineData("0.9.0.0")]
    public void An_upgrade_needs_a_higher_version(string version)
    {
        _local.Import(With("1.0.0.0"));

        TestEnvironment.FaultOf(() => Upgrade(With(version)));
    }

    [Fact]
    public void What_an_administrator_has_changed_survives_unless_it_is_overwritten()
    {
        Guid script = Guid.NewGuid();
        _local.Import(Script("1.0.0.0", script, "first").Pack());
        _service.Update(new Entity("webresource", script) { ["description"] = "ours", ["displayname"] = "mine" });

        Upgrade(Script("2.0.0.0", script, "second").Pack());
        Entity row = _service.Retrieve("webresource", script, new ColumnSet(true));
        Assert.Equal("mine", row["displayname"]);
        Assert.Equal("second", Text(row));

        _local.Import(Script("3.0.0.0", script, "third").Pack(), new ImportOptions
        {
            Mode = ImportMode.Upgrade,
            OverwriteUnmanagedCustomizations = true,
        });
        row = _service.Retrieve("webresource", script, new ColumnSet(true));
        Assert.Equal("acme_/x.js", row["displayname"]);
        Assert.Equal("third", Text(row));
    }

    [Fact]
    public void A_file_that_is_opened_again_has_what_updates_upgrades_and_uninstalls_have_left()
    {
        using TemporaryFile file = new();
        LocalDataverseOptions options = new() { Path = file.Path };
        using (LocalDataverse first = LocalDataverse.Open(options))
        {
            first.Import(WithPart("1.0.0.0").Pack());
            first.Import(Account("Gone", Snippets.Column("acme_Gone", "int")).Pack());
            first.Import(With("2.0.0.0"), new ImportOptions { Mode = ImportMode.Upgrade });
            first.Connect().Delete("solution", NameId.Of("solution", "Gone"));
            first.Import(WithChoice("2.1.0.0", 1, 2).Pack());
            first.Connect().Create(new Entity("acme_thing") { ["acme_kind"] = new OptionSetValue(2) });
        }

        using LocalDataverse second = LocalDataverse.Open(options);

        Assert.Null(second.Tables.Find("acme_part"));
        Assert.Null(second.Tables.Get("account").Find("acme_gone"));
        Assert.Equal(2, second.Connect().RetrieveMultiple(
            new QueryExpression("acme_thing") { ColumnSet = new ColumnSet(true) }).Entities.Single()
            .GetAttributeValue<OptionSetValue>("acme_kind").Value);
        Assert.Equal(ImportOutcome.Repeated, second.Import(WithChoice("2.1.0.0", 1, 2).Pack()).Outcome);
    }

    private static string Text(Entity row) =>
        System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(row.GetAttributeValue<string>("content")));

    private static System.IO.MemoryStream With(string version, string columns = "") =>
        new SolutionBuilder { Version = version }.Table("acme_thing", Snippets.Table("acme_Thing", columns)).Pack();

    private static System.IO.MemoryStream WithKey(string version, string columns, string key) =>
        new SolutionBuilder { Version = version }
            .Table("acme_thing", Snippets.Table("acme_Thing", columns, Snippets.Key("acme_Key", key))).Pack();

    private static SolutionBuilder WithPart(string version) => new SolutionBuilder { Version = version }
        .Table("acme_thing", Snippets.Table("acme_Thing"))
        .Table("acme_part", Snippets.Table("acme_Part"))
        .Table("account", Snippets.Extension("Account", Snippets.Column("acme_Part", "lookup")), behavior: 2)
        .With("EntityRelationships", Snippets.OneToMany("acme_part_account", "acme_Part", "Account", "acme_Part"));

    private static SolutionBuilder WithChoice(string version, params int[] values) =>
        new SolutionBuilder { Version = version }.Table("acme_thing", Snippets.Table("acme_Thing", Snippets.Column(
            "acme_Kind", "picklist",
            $"""<optionset Name="acme_thing_acme_kind"><options>{Snippets.Options(values)}</options></optionset>""")));

    private static SolutionBuilder Account(string name, string columns, string version = "1.0.0.0") =>
        new SolutionBuilder { UniqueName = name, Version = version }
            .Table("account", Snippets.Extension("Account", columns), behavior: 2);

    private static SolutionBuilder Script(string version, Guid id, string content) =>
        new SolutionBuilder { Version = version }
            .With("WebResources", Snippets.WebResource(id, "acme_/x.js", "WebResources/acme_xjs"))
            .Part("WebResources/acme_xjs", content)
            .Root(61, "acme_/x.js");

    private void Upgrade(System.IO.Stream zip) =>
        _local.Import(zip, new ImportOptions { Mode = ImportMode.Upgrade });

    private object Version() => _service.Retrieve(
        "solution", NameId.Of("solution", "AcmeSample"), new ColumnSet("version"))["version"];
}
