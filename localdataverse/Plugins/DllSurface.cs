using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Dataverse.Local.Plugins;

/// <summary>Full name and public classes of a dll, read from its metadata: no code of it is loaded.</summary>
internal sealed record DllSurface(AssemblyName Name, IReadOnlySet<string> PublicClasses)
{
    /// <summary>Null when the bytes are not a .NET assembly.</summary>
    public static DllSurface? Read(byte[] content)
    {
        try
        {
            using PEReader dll = new(new MemoryStream(content, writable: false));
            MetadataReader metadata = dll.GetMetadataReader();
            return new DllSurface(metadata.GetAssemblyDefinition().GetAssemblyName(), Classes(metadata));
        }
        catch (Exception notManaged) when (notManaged is BadImageFormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static HashSet<string> Classes(MetadataReader metadata)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            bool isPublicClass = (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
                && (type.Attributes & (TypeAttributes.Interface | TypeAttributes.Abstract)) == 0;
            if (isPublicClass)
            {
                string space = metadata.GetString(type.Namespace);
                string name = metadata.GetString(type.Name);
                names.Add(space.Length == 0 ? name : space + "." + name);
            }
        }

        return names;
    }
}
