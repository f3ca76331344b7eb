using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using CrmExtensions.Solution.Tests.Loyalty;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests;

/// <summary>
/// The hand-written row classes inside the shipped assembly against the tables of an environment that imported the zip:
/// own tables come from solution/src, standard ones from the local Dataverse's descriptions.
/// </summary>
public sealed class SchemaAgreesWithSolutionTests : IDisposable
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly LoyaltyWorld world = new();

    public static TheoryData<string> RowClasses() => new(Rows().Select(row => row.Name).Order(StringComparer.Ordinal));

    public void Dispose() => world.Dispose();

    [Theory]
    [MemberData(nameof(RowClasses))]
    public void Every_column_of_a_row_class_exists(string rowClass)
    {
        Type row = Rows().Single(type => type.Name == rowClass);

        Assert.NotEmpty(TablesOf(row));
        foreach (Table table in TablesOf(row))
            foreach (string column in ColumnsOf(row).Values)
                Assert.True(table.Columns.ContainsKey(column), $"{rowClass}: {table.LogicalName} has no {column}.");
    }

    [Theory]
    [MemberData(nameof(RowClasses))]
    public void Every_property_has_the_type_of_its_column_and_is_nullable_where_the_column_may_be_empty(string rowClass)
    {
        Type row = Rows().Single(type => type.Name == rowClass);

        foreach (Table table in TablesOf(row))
            foreach (KeyValuePair<string, string> name in ColumnsOf(row))
                if (row.GetProperty(name.Key, BindingFlags.Public | BindingFlags.Instance) is { } property)
                    CheckProperty(property, table.Columns[name.Value], isOwn: table.LogicalName.StartsWith("crmx_"));
    }

    [Fact]
    public void Every_own_table_with_rows_has_its_row_class()
    {
        IEnumerable<string> own = world.Dataverse.Tables.Tables.Select(table => table.LogicalName)
            .Where(table => table.StartsWith("crmx_", StringComparison.Ordinal) && table != "crmx_apipermission");

        Assert.Empty(own.Except(Rows().SelectMany(TablesOf).Select(table => table.LogicalName)));
    }

    private static void CheckProperty(PropertyInfo property, Column column, bool isOwn)
    {
        string place = $"{property.DeclaringType!.Name}.{property.Name} for {column.LogicalName} ({column.Type})";
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Assert.True(Fits(type, column.Type), $"{place}: {type.Name} does not fit.");

        if (column.Type == ColumnType.Money) return;
        bool required = column.RequiredLevel is RequiredLevel.System or RequiredLevel.Application;
        NullabilityInfo nullability = new NullabilityInfoContext().Create(property);
        NullabilityState state = property.CanRead ? nullability.ReadState : nullability.WriteState;
        if (!required) Assert.True(state == NullabilityState.Nullable, $"{place}: may be empty.");
        else if (isOwn) Assert.True(state == NullabilityState.NotNull, $"{place}: is never empty.");
    }

    private static bool Fits(Type type, ColumnType column) => column switch
    {
        ColumnType.String or ColumnType.Memo => type == typeof(string),
        ColumnType.Integer => type == typeof(int),
        ColumnType.Decimal or ColumnType.Money => type == typeof(decimal),
        ColumnType.Boolean => type == typeof(bool),
        ColumnType.DateTime => type == typeof(DateTime),
        ColumnType.Choice or ColumnType.State or ColumnType.Status => type == typeof(int) || type.IsEnum,
        ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner => type == typeof(EntityReference),
        ColumnType.UniqueIdentifier => type == typeof(Guid),
        _ => false,
    };

    private IEnumerable<Table> TablesOf(Type row) => Constants(row)
        .Where(constant => constant.Key.EndsWith("Table", StringComparison.Ordinal))
        .Select(constant => world.Dataverse.Tables.Get(constant.Value));

    private static IReadOnlyDictionary<string, string> ColumnsOf(Type row) =>
        Constants(row.GetNestedType("Columns", BindingFlags.Public | BindingFlags.NonPublic)!);

    private static Dictionary<string, string> Constants(Type type) => type.GetFields(Declared)
        .Where(field => field.IsLiteral && field.FieldType == typeof(string))
        .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<Type> Rows() => Shipped().GetTypes()
        .Where(type => type.Namespace == "CrmExtensions.Xrm.Schema")
        .Where(type => type.GetNestedType("Columns", BindingFlags.Public | BindingFlags.NonPublic) is not null);

    private static Assembly Shipped()
    {
        using ZipArchive zip = ZipFile.OpenRead(LoyaltyWorld.ZipPath);
        ZipArchiveEntry dll = zip.Entries.Single(entry => entry.Name == "CrmExtensions.Plugins.dll");
        using var content = new MemoryStream();
        using (Stream stream = dll.Open()) stream.CopyTo(content);
        return Assembly.Load(content.ToArray());
    }
}
