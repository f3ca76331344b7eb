using System;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Dataverse.Local.Plugins;

/// <summary>Reads name and version out of a DLL without loading it.</summary>
internal static class AssemblyReader
{
    public static PluginAssembly Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using PEReader file = new(new MemoryStream(content));
        MetadataReader metadata = file.GetMetadataReader();
        AssemblyDefinition definition = metadata.GetAssemblyDefinition();
        return new PluginAssembly
        {
            Name = metadata.GetString(definition.Name),
            Version = definition.Version.ToString(),
            Content = content,
        };
    }
}
