using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Plugins;

namespace Dataverse.Local.Pipeline;

/// <summary>
/// What is registered in the environment: assemblies, steps, custom APIs and the passive parts of solutions.
/// Additions are rare and locked; look-ups of the request path read a cache that every addition drops.
/// </summary>
internal sealed class Registry
{
    private readonly object _gate = new();
    private readonly List<PluginAssembly> _assemblies = [];
    private readonly List<Step> _steps = [];
    private readonly Dictionary<string, CustomApi> _customApis = new(StringComparer.Ordinal);
    private readonly List<SolutionPart> _parts = [];
    private volatile ConcurrentDictionary<StepKey, StepPlan> _plans = new();

    /// <summary>In order of registration.</summary>
    public IReadOnlyList<PluginAssembly> Assemblies => Copy(_assemblies);

    /// <summary>In order of registration, switched-off ones included.</summary>
    public IReadOnlyList<Step> Steps => Copy(_steps);

    /// <summary>By unique name.</summary>
    public IReadOnlyList<CustomApi> CustomApis
    {
        get
        {
            lock (_gate)
            {
                return _customApis.Values.OrderBy(api => api.UniqueName, StringComparer.Ordinal).ToArray();
            }
        }
    }

    /// <summary>Roles, web resources, forms, views, environment variables, as imported.</summary>
    public IReadOnlyList<SolutionPart> Parts => Copy(_parts);

    /// <summary>Replaces the assembly of the same name (a new version of it).</summary>
    public void Add(PluginAssembly assembly)
    {
        lock (_gate)
        {
            _assemblies.RemoveAll(known => known.Name == assembly.Name);
            _assemblies.Add(assembly);
        }
    }

    /// <summary>Replaces the step of the same id where it stands: its turn among equal ranks stays.</summary>
    public void Add(Step step)
    {
        StepRules.Check(step);
        lock (_gate)
        {
            int known = _steps.FindIndex(other => other.Id == step.Id);
            if (known >= 0)
            {
                _steps[known] = step;
            }
            else
            {
                _steps.Add(step);
            }

            _plans = new ConcurrentDictionary<StepKey, StepPlan>();
        }
    }

    /// <summary>A newer version of a solution no longer has these steps.</summary>
    public void RemoveSteps(IEnumerable<Guid> ids)
    {
        HashSet<Guid> gone = [.. ids];
        lock (_gate)
        {
            _steps.RemoveAll(known => gone.Contains(known.Id));
            _plans = new ConcurrentDictionary<StepKey, StepPlan>();
        }
    }

    public void RemoveAssembly(string name)
    {
        lock (_gate)
        {
            _assemblies.RemoveAll(known => known.Name == name);
        }
    }

    public void RemoveCustomApi(Guid id)
    {
        lock (_gate)
        {
            foreach (CustomApi gone in _customApis.Values.Where(api => api.Id == id).ToArray())
            {
                _customApis.Remove(gone.UniqueName);
            }
        }
    }

    /// <summary>Of forms, views, web resources ... that went with their solution.</summary>
    public void RemoveParts(Predicate<SolutionPart> isGone)
    {
        lock (_gate)
        {
            _parts.RemoveAll(isGone);
        }
    }

    /// <summary>Replaces the custom API of the same unique name.</summary>
    public void Add(CustomApi api)
    {
        lock (_gate)
        {
            _customApis[api.UniqueName] = api;
        }
    }

    /// <summary>Replaces the part of the same kind, name and table.</summary>
    public void Add(SolutionPart part)
    {
        lock (_gate)
        {
            _parts.RemoveAll(known => known.Kind == part.Kind && known.Name == part.Name && known.Table == part.Table);
            _parts.Add(part);
        }
    }

    /// <summary>Null: no such custom API.</summary>
    public CustomApi? FindCustomApi(string uniqueName)
    {
        lock (_gate)
        {
            return _customApis.GetValueOrDefault(uniqueName);
        }
    }

    /// <summary>Null: no such step.</summary>
    public Step? FindStep(Guid id)
    {
        lock (_gate)
        {
            return _steps.Find(step => step.Id == id);
        }
    }

    /// <summary>The steps of a message and table, in the order in which they run.</summary>
    public StepPlan PlanFor(string message, string table)
    {
        ConcurrentDictionary<StepKey, StepPlan> plans = _plans;
        StepKey key = new(message, table);
        return plans.TryGetValue(key, out StepPlan? plan) ? plan : plans.GetOrAdd(key, MakePlan(key));
    }

    private StepPlan MakePlan(StepKey key)
    {
        lock (_gate)
        {
            return StepPlan.Of(key, _steps);
        }
    }

    private T[] Copy<T>(List<T> list)
    {
        lock (_gate)
        {
            return list.ToArray();
        }
    }
}
