using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>A table of the solution, our own or one of another publisher that is extended.</summary>
internal sealed class TableModel(XElement element)
{
    public XElement Element { get; } = element;

    public XElement? Info { get; } = element.Element("EntityInfo")?.Element("entity");

    public string SchemaName { get; } = element.TextOf("Name");

    public string LogicalName => SchemaName.ToLowerInvariant();

    /// <summary>Only the publisher of a table ships its settings.</summary>
    public bool IsOwnTable => Info?.Element("EntitySetName") is not null;

    public bool IsUserOwned => Info.TextOf("OwnershipTypeMask") == "UserOwned";

    public IReadOnlyDictionary<string, XElement> Columns { get; } =
        (element.Element("EntityInfo")?.Element("entity")?.Element("attributes")?.Elements("attribute") ?? [])
        .DistinctBy(NameOf).ToDictionary(NameOf);

    public IEnumerable<XElement> Forms => Element.Descendants("systemform");

    public IEnumerable<XElement> Views => Element.Descendants("savedquery");

    public IEnumerable<XElement> Charts => Element.Descendants("visualization");

    private static string NameOf(XElement column) => column.ValueOf("PhysicalName").ToLowerInvariant();
}
