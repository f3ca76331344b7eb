using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Store;

namespace Dataverse.Local.Tests.Metadata;

public sealed class PlatformTablesTests
{
    private static readonly TableCatalog Catalog = TableCatalog.OfPlatform();

    [Fact]
    public void Every_relationship_joins_known_tables_and_columns()
    {
        string[] broken = Catalog.Relationships
            .Where(r => Catalog.Find(r.ReferencedTable) is not { } parent
                || (r.Kind == RelationshipKind.OneToMany && parent.PrimaryId != r.ReferencedColumn)
                || (r.Kind == RelationshipKind.OneToMany
                    && Catalog.Find(r.ReferencingTable)?.Find(r.ReferencingColumn) is null))
            .Select(r => r.SchemaName).ToArray();

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_table_has_its_id_its_name_and_statuses_that_fit_states()
    {
        string[] broken = Catalog.Tables
            .Where(t => t.Find(t.PrimaryId) is null
                || (t.PrimaryName is { } name && t.Find(name) is null)
                || (t.State is { } state && !state.Choices!.Options.All(s =>
                    t.Status!.Choices!.Find(s.DefaultStatus!.Value)?.State == s.Value)))
            .Select(t => t.LogicalName).ToArray();

        Assert.Empty(broken);
    }

    [Fact]
    public void Type_codes_and_entity_sets_are_unique()
    {
        Assert.Equal(Catalog.Tables.Count(), Catalog.Tables.Select(t => t.ObjectTypeCode).Distinct().Count());
        Assert.Equal(Catalog.Tables.Count(), Catalog.Tables.Select(t => t.EntitySetName).Distinct().Count());
    }

    [Fact]
    public void Lookups_point_to_known_tables()
    {
        string[] unknown = Catalog.Tables
            .SelectMany(t => t.OrderedColumns.SelectMany(c => c.Targets)).Distinct()
            .Where(target => Catalog.Find(target) is null).ToArray();

        Assert.Empty(unknown);
    }

    [Fact]
    public void Orders_have_the_states_and_status_reasons_of_dynamics()
    {
        Table order = Catalog.Get("salesorder");

        Assert.Equal(1088, order.ObjectTypeCode);
        Assert.Equal(
            ["0 Active", "1 Submitted", "2 Canceled", "3 Fulfilled", "4 Invoiced"],
            order.State!.Choices!.Options.Select(o => $"{o.Value} {o.Labels}"));
        Assert.Equal([100001, 100002], order.Status!.Choices!.Options.Where(o => o.State == 3).Select(o => o.Value));
        Assert.Equal("totalamount", order.Columns["totalamount_base"].BaseOf);
        Assert.Equal(["account", "contact"], order.Columns["customerid"].Targets);
    }

    [Fact]
    public void A_table_is_created_with_typed_columns_folded_text_and_indexes()
    {
        TablePlan plan = new(Catalog.Get("transactioncurrency"));

        Approved.Check(SchemaWriter.WriteCreate(plan) + "\n" + string.Join("\n", TableIndexes.Of(plan)) + "\n");
    }
}
