using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Solution.Tests.Packaging;

/// <summary>Balances are plain columns that the ledger writes: the platform's rollups are hours late and raise no
/// event.</summary>
public sealed class StoredBalanceTests
{
    private const string Simple = "0";

    private static readonly string[] Shown =
    [
        "crmx_balance", "crmx_pending", "crmx_available", "crmx_statuspoints", "crmx_nextexpirypoints",
        "crmx_pointsbalance", "crmx_pendingpoints", "crmx_spent",
    ];

    [Fact]
    [Trait("Rule", "P06")]
    public void No_column_of_the_sources_is_a_rollup_or_calculated()
    {
        string folder = Path.Combine(PackedZip.Repository, "solution", "src", "Entities");
        XElement[] columns = [.. Directory.GetFiles(folder, "Entity.xml", SearchOption.AllDirectories)
            .SelectMany(file => XElement.Load(file).Descendants("attribute"))];

        AssertStored(columns);
        Assert.DoesNotContain(
            Directory.GetFiles(Path.GetDirectoryName(folder)!, "*.xaml", SearchOption.AllDirectories),
            file => file.Contains("Formulas", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "P06")]
    public void Neither_is_one_of_the_packed_zip()
    {
        AssertStored([.. PackedZip.Xml("customizations.xml").Descendants("attribute")]);
        Assert.DoesNotContain(PackedZip.Names(), name => name.StartsWith("Formulas/", StringComparison.Ordinal));
    }

    private static void AssertStored(IReadOnlyList<XElement> columns)
    {
        Assert.All(columns, column => Assert.Equal(Simple, (string?)column.Element("SourceType") ?? Simple));
        Assert.All(columns, column => Assert.Null(column.Element("FormulaDefinitionFileName")));
        Assert.All(Shown, name => Assert.Contains(columns, column => (string?)column.Element("LogicalName") == name));
    }
}
