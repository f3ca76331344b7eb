using System;
using System.Linq;
using System.Xml.Linq;
using CrmExtensions.Cli.Solution.Registration;

namespace CrmExtensions.Cli.Solution.Deriving;

/// <summary>The <c>.dll.data.xml</c> of a plugin assembly: its types, activities among them.</summary>
internal sealed class AssemblyFileWriter(ComponentIds ids)
{
    /// <summary>Folder and file as exports name them: <c>Name-ID/Name.dll</c>.</summary>
    public string ContentPath(RegisteredAssembly assembly) =>
        $"PluginAssemblies/{assembly.Name}-{Id(assembly).ToString().ToUpperInvariant()}/{assembly.Name}.dll";

    public Guid Id(RegisteredAssembly assembly) => ids.Of(ComponentKind.Assembly, assembly.Name);

    public Guid TypeId(RegisteredType type) => ids.Of(ComponentKind.PluginType, type.FullName);

    public XElement Write(RegisteredAssembly assembly, string introducedVersion) =>
        new("PluginAssembly",
            new XAttribute("FullName", assembly.FullName),
            new XAttribute("PluginAssemblyId", Id(assembly)),
            new XAttribute("CustomizationLevel", 1),
            new XAttribute(XNamespace.Xmlns + "xsi", SolutionXml.Instance),
            new XElement("IsolationMode", 2),
            new XElement("SourceType", 0),
            new XElement("IntroducedVersion", introducedVersion),
            new XElement("FileName", "/" + ContentPath(assembly)),
            new XElement("PluginTypes", assembly.Types.Select(type => WriteType(assembly, type))));

    private XElement WriteType(RegisteredAssembly assembly, RegisteredType type) =>
        new("PluginType",
            new XAttribute("AssemblyQualifiedName", $"{type.FullName}, {assembly.FullName}"),
            new XAttribute("PluginTypeId", TypeId(type)),
            new XAttribute("Name", type.FullName),
            new XElement("FriendlyName", ids.Of(ComponentKind.FriendlyName, type.FullName)),
            type.ActivityGroup is null
                ? null
                : new XElement("WorkflowActivityGroupName", $"{type.ActivityGroup} ({assembly.Version})"));
}
