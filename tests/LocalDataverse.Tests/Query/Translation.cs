using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Dataverse.Local.Metadata;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Dataverse.Local.Tests.Store;

namespace Dataverse.Local.Tests.Query;

/// <summary>Query in, SQL text out, without a database.</summary>
internal static class Translation
{
    public static readonly TableCatalog Catalog = WithHobbies();
    private static readonly Guid Me = Guid.Parse("11111111-2222-3333-4444-555555555555");

    public static SqlTranslator Of(SelectQuery query, string zone = "UTC")
    {
        Dictionary<Table, TablePlan> plans = new();
        QueryContext context = new()
        {
            UserId = Me, BusinessUnitId = Me, Clock = new FixedClock(Rows.Now),
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone),
        };
        return new(query, context, Catalog, table =>
        {
            if (!plans.TryGetValue(table, out TablePlan? plan)) plans.Add(table, plan = new TablePlan(table));
            return plan;
        });
    }

    /// <summary>A table with a column of many choices, which no platform table here has.</summary>
    public static Table AddHobbies(TableCatalog catalog) => TestTables.Add(catalog, "test_person", new Column
    {
        LogicalName = "test_hobbies", SchemaName = "test_Hobbies", Type = ColumnType.MultiChoice,
        Choices = new ChoiceSet("test_hobbies", [new Choice(1, new("Swimming")), new Choice(2, new("Hiking"))]),
    });

    public static string ValuesOf(SqlText sql, string separator)
    {
        StringBuilder text = new();
        IReadOnlyList<object> parameters = sql.Parameters;
        for (int i = 0; i < parameters.Count; i++)
        {
            object value = parameters[i] is byte[] id ? StoredGuid.Read(id) : parameters[i];
            text.Append(CultureInfo.InvariantCulture, $"?{i + 1} = {value}{separator}");
        }

        return text.ToString();
    }

    private static TableCatalog WithHobbies()
    {
        TableCatalog catalog = TableCatalog.OfPlatform();
        AddHobbies(catalog);
        return catalog;
    }
}
