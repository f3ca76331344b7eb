using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;

namespace Dataverse.Local.Plugins;

/// <summary>
/// A plugin DLL in a load context of its own, so that it can be replaced. The DLL is built for .NET Framework: mscorlib
/// and System.* come from .NET's facades, the SDK assemblies from the host, whatever version they claim.
/// </summary>
internal sealed class LoadedAssembly
{
    private readonly AssemblyLoadContext _context;
    private readonly Assembly _assembly;
    private readonly ConcurrentDictionary<string, Type?> _types = new();

    public LoadedAssembly(PluginAssembly assembly)
    {
        _context = new AssemblyLoadContext(assembly.Name, isCollectible: true);
        _assembly = _context.LoadFromStream(new MemoryStream(assembly.Content));
    }

    public Type? Find(string fullName) => _types.GetOrAdd(fullName, name => _assembly.GetType(name));

    /// <summary>All that could be loaded: a type that needs something absent here is left out.</summary>
    public Type[] Types()
    {
        try
        {
            return _assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            return partly.Types.OfType<Type>().ToArray();
        }
    }

    public void Unload() => _context.Unload();
}
