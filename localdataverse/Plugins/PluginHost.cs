using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Limits;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Plugins;

/// <summary>
/// Loads plugin assemblies and runs their types. One instance a step is made and used again, from several threads at
/// once if need be, as the platform does: a plugin that keeps state in fields misbehaves here as it does there. A step
/// that is registered anew is a new object and gets a new instance.
/// </summary>
internal sealed class PluginHost : IDisposable
{
    private readonly Engine _engine;
    private readonly ConcurrentDictionary<object, IPlugin> _instances = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, LoadedAssembly> _loaded = new();

    public PluginHost(Engine engine) => _engine = engine;

    /// <summary>Runs the plugin of a step.</summary>
    public void Run(PluginContext context, Step step)
    {
        if (!_instances.TryGetValue(step, out IPlugin? plugin))
        {
            plugin = _instances.GetOrAdd(
                step, PluginFactory.Make(TypeOf(step.PluginType), step.Configuration, step.SecureConfiguration));
        }

        Run(context, plugin, step.PluginType);
    }

    /// <summary>Runs the plugin of a custom API.</summary>
    public void Run(PluginContext context, CustomApi api)
    {
        if (!_instances.TryGetValue(api, out IPlugin? plugin))
        {
            plugin = _instances.GetOrAdd(api, PluginFactory.Make(TypeOf(api.PluginType!), null, null));
        }

        Run(context, plugin, api.PluginType!);
    }

    /// <summary>
    /// The type by full name, from the assembly that was registered last; refused by name if there is none.
    /// </summary>
    public Type TypeOf(string fullName)
    {
        foreach (PluginAssembly assembly in _engine.Registry.Assemblies.Reverse())
        {
            if (Load(assembly).Find(fullName) is Type type)
            {
                return type;
            }
        }

        throw Fault.Because(
            ErrorCodes.InvalidArgument,
            $"Type '{fullName}' is in none of the registered assemblies "
                + $"({string.Join(", ", _engine.Registry.Assemblies.Select(assembly => assembly.Name))}).");
    }

    /// <summary>The assembly that <see cref="TypeOf"/> takes the type from.</summary>
    public PluginAssembly AssemblyOf(string fullName)
    {
        Type type = TypeOf(fullName);
        return _engine.Registry.Assemblies.Reverse().First(assembly => Load(assembly).Find(fullName) == type);
    }

    /// <summary>After an assembly was replaced: its types and the instances of them are made anew.</summary>
    public void Forget(string assemblyName)
    {
        _instances.Clear();
        if (_loaded.TryRemove(assemblyName, out LoadedAssembly? old))
        {
            Unload(old);
        }
    }

    public void Dispose()
    {
        _instances.Clear();
        foreach (LoadedAssembly assembly in _loaded.Values)
        {
            Unload(assembly);
        }
    }

    private LoadedAssembly Load(PluginAssembly assembly) =>
        _loaded.TryGetValue(assembly.Name, out LoadedAssembly? loaded)
            ? loaded
            : _loaded.GetOrAdd(
                assembly.Name, _ => _engine.Options.Plugins?.Get(assembly) ?? new LoadedAssembly(assembly));

    private void Unload(LoadedAssembly assembly)
    {
        if (_engine.Options.Plugins is null) assembly.Unload();
    }

    private void Run(PluginContext context, IPlugin plugin, string typeName)
    {
        MessageSize.Check(context, _engine.Options.Limits.MessageBytes);
        TraceLog log = new(_engine.Recorder, _engine.Options.Limits.TraceCharacters);
        PluginDeadline? deadline = _engine.Time.Start(typeName);
        context.Deadline = deadline;
        try
        {
            plugin.Execute(new PluginServices(_engine, context, log));
            deadline?.Check();
            _engine.Time.CheckStep(context.Unit);
        }
        catch (Exception exception)
        {
            context.Unit?.Doom();
            throw PluginFaults.Of(deadline?.CauseOf(exception) ?? exception, typeName, log, _engine.Now());
        }
    }
}
