using System;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading;

namespace Dataverse.Local.Plugins;

/// <summary>
/// Plugin DLLs that several environments of a process share, so that each is compiled once. What a plugin keeps in
/// static fields is then common to these environments, as it is to all runs in one sandbox of the platform: give the
/// cache to environments only if no plugin keeps state there.
/// </summary>
public sealed class PluginCache
{
    private readonly ConcurrentDictionary<string, Lazy<LoadedAssembly>> _loaded = new(StringComparer.Ordinal);

    /// <summary>Same bytes, same load context.</summary>
    internal LoadedAssembly Get(PluginAssembly assembly)
    {
        string content = Convert.ToHexString(SHA256.HashData(assembly.Content));
        return _loaded.GetOrAdd(content, _ => new Lazy<LoadedAssembly>(
            () => new LoadedAssembly(assembly), LazyThreadSafetyMode.ExecutionAndPublication)).Value;
    }
}
