using System;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local.Import;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Tests.Import;

public sealed class ImportedTableTests : IDisposable
{
    private readonly LocalDataverse _local = LocalDataverse.Open();

    public void Dispose() => _local.Dispose();

    [Fact]
    public void Columns_of_every_type_are_described_as_the_package_says()
    {
        string options = $"<optionset Name=\"x\"><options>{Snippets.Options(1, 2)}</options></optionset>";
        string choice = "<AppDefaultValue>2</AppDefaultValue>" + options;
        string bit = "<AppDefaultValue>1</AppDefaultValue>"
            + $"<optionset Name=\"y\"><options>{Snippets.Options(1, 0)}</options></optionset>";
        string rate = "<MinValue>0</MinValue><MaxValue>100</MaxValue><Accuracy>4</Accuracy>";
        string money = "<MinValue>0</MinValue><Accuracy>2</Accuracy><AccuracySource>2</AccuracySource>";
        string columns = Snippets.Column("acme_Notes", "ntext", "<MaxLength>5000</MaxLength>")
            + Snippets.Column("acme_Count", "int", "<MinValue>-5</MinValue><MaxValue>10</MaxValue>")
            + Snippets.Column("acme_Rate", "decimal", rate)
            + Snippets.Column("acme_Weight", "float", "<Accuracy>3</Accuracy>")
            + Snippets.Column("acme_Value", "money", money)
            + Snippets.Column("acme_value_Base", "money", "<CalculationOf>acme_Value</CalculationOf>")
            + Snippets.Column("acme_Active", "bit", bit)
            + Snippets.Column("acme_Day", "datetime", "<Format>date</Format><Behavior>2</Behavior>")
            + Snippets.Column("acme_Kind", "picklist", choice)
            + Snippets.Column("acme_Colours", "multiselectpicklist", options);

        _local.Import(new SolutionBuilder().Table("acme_thing", Snippets.Table("acme_Thing", columns)).Pack());

        Table table = _local.Tables.Get("acme_thing");
        Assert.Equal("acme_name", table.PrimaryName);
        Assert.Equal("Ding", table.Labels.In(1031));
        Assert.Equal(5000, table.Find("acme_notes")!.MaxLength);
        Assert.Equal(-5m, table.Find("acme_count")!.MinValue);
        Assert.Equal(4, table.Find("acme_rate")!.Precision);
        Assert.Equal(ColumnType.Double, table.Find("acme_weight")!.Type);
        Assert.Equal("acme_value", table.Find("acme_value_base")!.BaseOf);
        Assert.Equal(true, table.Find("acme_active")!.DefaultValue);
        Assert.Equal(DateBehavior.DateOnly, table.Find("acme_day")!.DateBehavior);
        Assert.Equal(2, table.Find("acme_kind")!.DefaultValue);
        Assert.Equal("Wert 1", table.Find("acme_kind")!.Choices!.Find(1)!.Labels.In(1031));
        Assert.Equal(ColumnType.MultiChoice, table.Find("acme_colours")!.Type);
        Assert.NotNull(table.Find("createdon"));
    }

    [Fact]
    public void Rows_of_an_imported_table_can_be_written_and_read()
    {
        _local.Import(new SolutionBuilder()
            .Table("acme_thing", Snippets.Table("acme_Thing", Snippets.Column("acme_Count", "int")))
            .Pack());
        IOrganizationService service = _local.Connect();

        Guid id = service.Create(new Entity("acme_thing") { ["acme_name"] = "first", ["acme_count"] = 7 });

        Entity row = service.Retrieve("acme_thing", id, new ColumnSet(true));
        Assert.Equal("first", row["acme_name"]);
        Assert.Equal(7, row["acme_count"]);
    }

    [Fact]
    public void A_column_takes_its_options_from_a_global_choice_of_the_package()
    {
        _local.Import(new SolutionBuilder()
            .Table("acme_thing", Snippets.Table("acme_Thing",
                Snippets.Column("acme_Grade", "picklist",
                    "<AppDefaultValue>-1</AppDefaultValue><OptionSetName>acme_grade</OptionSetName>")))
            .With("optionsets", Snippets.GlobalChoice("acme_grade", 123450000, 123450001))
            .Root(9, "acme_grade")
            .Pack());

        Column column = _local.Tables.Get("acme_thing").Find("acme_grade")!;
        Assert.Equal([123450000, 123450001], column.Choices!.Options.Select(option => option.Value));
        Assert.True(column.Choices.IsGlobal);
        Assert.Null(column.DefaultValue);
    }

    [Fact]
    public void An_alternate_key_of_the_package_is_unique()
    {
        _local.Import(new SolutionBuilder()
            .Table("acme_thing", Snippets.Table("acme_Thing", keys: Snippets.Key("acme_NameKey", "acme_name")))
            .Pack());
        IOrganizationService service = _local.Connect();
        service.Create(new Entity("acme_thing") { ["acme_name"] = "one" });

        Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => service.Create(new Entity("acme_thing") { ["acme_name"] = "one" }));
    }

    [Fact]
    public void A_relationship_says_where_a_lookup_points_and_what_a_delete_does()
    {
        _local.Import(Parent_and_child("Restrict").Pack());
        IOrganizationService service = _local.Connect();
        Guid parent = service.Create(new Entity("acme_parent") { ["acme_name"] = "parent" });
        service.Create(new Entity("acme_child")
        {
            ["acme_name"] = "child",
            ["acme_parent"] = new EntityReference("acme_parent", parent),
        });

        Relationship relationship = _local.Tables.FindRelationship("acme_parent_child")!;
        Assert.Equal("acme_parentid", relationship.ReferencedColumn);
        Assert.Equal(["acme_parent"], _local.Tables.Get("acme_child").Find("acme_parent")!.Targets);
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Delete("acme_parent", parent));
    }

    [Fact]
    public void A_many_to_many_relationship_brings_its_intersect_table()
    {
        ImportResult result = _local.Import(new SolutionBuilder()
            .Table("acme_thing", Snippets.Table("acme_Thing"))
            .With("EntityRelationships", Snippets.ManyToMany("acme_thing_account", "acme_Thing", "Account"))
            .Pack());

        Relationship relationship = _local.Tables.FindRelationship("acme_thing_account")!;
        Assert.Equal("acme_thing_account", relationship.IntersectTable);
        Assert.Equal("accountid", relationship.SecondIntersectColumn);
        Assert.True(_local.Tables.Get("acme_thing_account").IsIntersect);
        Assert.Contains("acme_thing_account", result.Applied("relationship"));
    }

    [Fact]
    public void Another_publishers_table_gets_the_columns_of_the_package()
    {
        _local.Import(new SolutionBuilder()
            .Table("account", Snippets.Extension("Account", Snippets.Column("acme_Points", "int")), behavior: 2)
            .Pack());
        IOrganizationService service = _local.Connect();

        Guid id = service.Create(new Entity("account") { ["name"] = "Acme", ["acme_points"] = 12 });

        Assert.Equal(12, service.Retrieve("account", id, new ColumnSet("acme_points"))["acme_points"]);
    }

    internal static SolutionBuilder Parent_and_child(string delete) => new SolutionBuilder()
        .Table("acme_parent", Snippets.Table("acme_Parent"))
        .Table("acme_child", Snippets.Table("acme_Child", Snippets.Column("acme_Parent", "lookup")))
        .With("EntityRelationships",
            Snippets.OneToMany("acme_parent_child", "acme_Parent", "acme_Child", "acme_Parent", delete));
}
