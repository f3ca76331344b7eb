using System.Reflection;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Tests.Solution;

/// <summary>A column that no code names is a leftover, or a promise that nobody keeps.</summary>
public sealed class ColumnUseTests
{
    private const string Prefix = "crmx_";

    // Kept for people and reports; no code of ours touches them.
    private static readonly string[] NamedByNobody = ["crmx_apipermission.crmx_name"];

    [Fact]
    public void Every_own_column_of_the_solution_is_named_in_the_schema() =>
        Assert.Empty(OfSolution().Except(OfCode()));

    private static IEnumerable<string> OfSolution() =>
        OurSolution.Pack().Customizations.Element("Entities")!.Elements("Entity")
            .SelectMany(table => table.Descendants("attributes").Elements()
                .Select(column => (string)column.Attribute("PhysicalName")!)
                .Where(column => column.StartsWith(Prefix) && column != table.Element("Name")!.Value + "Id")
                .Select(column => $"{table.Element("Name")!.Value}.{column}".ToLowerInvariant()))
            .Except(NamedByNobody)
            .Order(StringComparer.Ordinal);

    /// <summary>
    /// Constants of nested classes <c>Columns</c> beside a constant <c>Table</c>, or one for each kind of customer.
    /// </summary>
    private static IEnumerable<string> OfCode()
    {
        string plugins = OurSolution.Input.Assemblies[0];
        string[] folders = [AppContext.BaseDirectory, RuntimeEnvironment.GetRuntimeDirectory()];
        using MetadataLoadContext context = new(new PathAssemblyResolver(
            folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll")).DistinctBy(Path.GetFileName)));

        return [.. context.LoadFromAssemblyPath(plugins).GetTypes()
            .Where(type => type.Name == "Columns" && type.DeclaringType is not null)
            .SelectMany(columns => Tables(columns.DeclaringType!)
                .SelectMany(table => Constants(columns).Where(name => name.StartsWith(Prefix) && name != table + "id")
                    .Select(name => $"{table}.{name}")))
            .Distinct().Order(StringComparer.Ordinal)];
    }

    private static string[] Tables(Type row) =>
        [.. Constants(row, "Table"), .. Constants(row, "AccountTable"), .. Constants(row, "ContactTable")];

    private static IEnumerable<string> Constants(Type type, string? name = null) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral && (name is null || field.Name == name))
            .Select(field => field.GetRawConstantValue()).OfType<string>();
}
