using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
using Dataverse.Local.Plugins;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Import;

/// <summary>
/// Reads plug-in assemblies: the bytes, and the types that they register. The dll is looked into without being
/// loaded: its name and its public classes must agree with what the package says.
/// </summary>
internal static class PluginAssemblyReader
{
    private const int MaximumBytes = 16 * 1024 * 1024;

    public static void Read(PackageReading reading)
    {
        foreach (XElement xml in reading.Customizations.Section("SolutionPluginAssemblies", "PluginAssembly"))
        {
            AssemblyDefinition assembly = ReadAssembly(reading, xml);
            reading.Assemblies.Add(assembly);
            reading.Define(ComponentType.PluginAssembly, assembly.FullName, assembly.Id, xml);
            reading.Applied("plug-in assembly", assembly.Name);
            AddRow(reading, assembly);
            foreach (PluginTypeDefinition type in assembly.Types)
            {
                AddTypeRow(reading, assembly, type);
                reading.Applied(type.ActivityGroup is null ? "plug-in type" : "workflow activity", type.FullName);
            }
        }
    }

    private static void AddRow(PackageReading reading, AssemblyDefinition assembly)
    {
        AssemblyName name = new(assembly.FullName);
        reading.AddRow("pluginassembly", assembly.Id,
            new("name", name.Name),
            new("version", name.Version?.ToString()),
            new("culture", string.IsNullOrEmpty(name.CultureName) ? "neutral" : name.CultureName),
            new("publickeytoken", Convert.ToHexStringLower(Token(name))),
            new("content", Convert.ToBase64String(assembly.Content)),
            new("isolationmode", new OptionSetValue(assembly.Xml.Int("IsolationMode") ?? 2)),
            new("sourcetype", new OptionSetValue(0)));
    }

    private static void AddTypeRow(PackageReading reading, AssemblyDefinition assembly, PluginTypeDefinition type) =>
        reading.AddRow("plugintype", type.Id,
            new("name", type.FullName),
            new("typename", type.FullName),
            new("friendlyname", type.Xml.Text("FriendlyName")),
            new("assemblyname", assembly.Name),
            new("pluginassemblyid", new EntityReference("pluginassembly", assembly.Id)),
            new("isworkflowactivity", type.ActivityGroup is not null),
            new("workflowactivitygroupname", type.ActivityGroup));

    private static AssemblyDefinition ReadAssembly(PackageReading reading, XElement xml)
    {
        string fullName = xml.RequiredAttribute("FullName");
        if (ParseName(xml, fullName).GetPublicKeyToken() is not { Length: 8 })
        {
            throw ImportFault.Because(ImportErrorCodes.AssemblyNotSigned,
                $"{xml.Place()}: the assembly '{fullName}' must have a public key token. Sign it with a strong name.");
        }

        RefuseUnsupported(xml);
        string file = xml.Required("FileName");
        byte[] content = reading.TakePart(file) ?? throw ImportFault.Because(ImportErrorCodes.AssemblyContent,
            $"{xml.Place()}: the dll '{file}' is not in the package, or [Content_Types].xml has no entry for it.");
        if (content.Length > MaximumBytes)
        {
            throw ImportFault.Because(ImportErrorCodes.AssemblyTooLarge,
                $"{file}: the assembly has {content.Length:N0} bytes; at most 16 MB are allowed.");
        }

        PluginTypeDefinition[] types = [.. xml.Section("PluginTypes", "PluginType").Select(ReadType)];
        RefuseTwice(types, xml);
        AssemblyDefinition assembly = new(
            xml.RequiredIdAttribute("PluginAssemblyId"), fullName, content, types, xml);
        CompareWithDll(assembly, file);
        return assembly;
    }

    private static AssemblyName ParseName(XElement xml, string fullName)
    {
        try
        {
            AssemblyName name = new(fullName);
            return name.Version is null
                ? throw PartXml.Invalid(xml, "FullName", fullName, "name, Version, Culture and PublicKeyToken")
                : name;
        }
        catch (FileLoadException malformed)
        {
            throw ImportFault.Because(ImportErrorCodes.XsdValidation,
                $"{xml.Place()}: FullName '{fullName}' is not the full name of an assembly.", malformed);
        }
    }

    private static void RefuseUnsupported(XElement xml)
    {
        int source = xml.Int("SourceType") ?? 0;
        if (source != 0)
        {
            throw ImportFault.Because(ImportErrorCodes.PluginTypes,
                $"{xml.Place()}: SourceType is {source}; only 0 (database) is supported.");
        }
    }

    private static PluginTypeDefinition ReadType(XElement xml) => new(
        xml.RequiredIdAttribute("PluginTypeId"),
        (string?)xml.Attribute("Name") ?? xml.RequiredAttribute("AssemblyQualifiedName").Split(',')[0].Trim(),
        xml.Text("WorkflowActivityGroupName"),
        xml);

    private static void RefuseTwice(PluginTypeDefinition[] types, XElement xml)
    {
        PluginTypeDefinition? twice = types.FirstOrDefault(type =>
            types.Count(other => other.FullName == type.FullName || other.Id == type.Id) > 1);
        if (twice is not null)
        {
            throw ImportFault.Because(ImportErrorCodes.PluginTypeTwice,
                $"{xml.Place()}: multiple plug-in types from the same assembly and with the same typename or id are "
                + $"not allowed: '{twice.FullName}' ({twice.Id}).");
        }
    }

    private static void CompareWithDll(AssemblyDefinition assembly, string file)
    {
        DllSurface dll = DllSurface.Read(assembly.Content) ?? throw ImportFault.Because(
            ImportErrorCodes.AssemblyContent, $"{file}: is not a .NET assembly.");
        CompareName(assembly, file, dll.Name);
        CompareTypes(assembly, file, dll.PublicClasses);
    }

    private static void CompareName(AssemblyDefinition assembly, string file, AssemblyName actual)
    {
        AssemblyName said = new(assembly.FullName);
        bool same = said.Name == actual.Name && said.Version == actual.Version
            && Token(said).SequenceEqual(Token(actual));
        if (!same)
        {
            throw ImportFault.Because(ImportErrorCodes.AssemblyContent,
                $"{file}: the dll is '{actual.FullName}', but the package says '{assembly.FullName}'. "
                + "Write the name of the dll into the .dll.data.xml and pack again.");
        }
    }

    private static byte[] Token(AssemblyName name) => name.GetPublicKeyToken() ?? [];

    private static void CompareTypes(AssemblyDefinition assembly, string file, IReadOnlySet<string> types)
    {
        foreach (PluginTypeDefinition type in assembly.Types.Where(type => !types.Contains(type.FullName)))
        {
            throw ImportFault.Because(ImportErrorCodes.AssemblyContent,
                $"{type.Xml.Place()}: PluginType [{type.FullName}] not found in PluginAssembly [{assembly.FullName}] "
                + $"which has a total of [{types.Count}] public classes ({file}). "
                + "Build the dll again, or take the type out of the solution.");
        }
    }
}
