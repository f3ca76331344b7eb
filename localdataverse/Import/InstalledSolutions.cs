using System;
using System.Collections.Generic;
using System.Linq;

namespace Dataverse.Local.Import;

/// <summary>
/// Who has brought what: components that two solutions bring go with the last of them. In memory, built again from the
/// kept packages when a file is opened. Changed only after a commit.
/// </summary>
internal sealed class InstalledSolutions
{
    private readonly object _gate = new();
    private readonly Dictionary<string, SolutionInventory> _byName = new(StringComparer.OrdinalIgnoreCase);

    public bool IsLocked(Guid row)
    {
        lock (_gate)
        {
            return _byName.Values.Any(inventory => inventory.Locked.Contains(row));
        }
    }

    public bool Has(string solution)
    {
        lock (_gate)
        {
            return _byName.ContainsKey(solution);
        }
    }

    public void Add(string solution, SolutionInventory inventory)
    {
        lock (_gate)
        {
            if (_byName.TryGetValue(solution, out SolutionInventory? known))
            {
                known.Add(inventory);
            }
            else
            {
                _byName.Add(solution, inventory);
            }
        }
    }

    /// <summary>An upgrade: the solution has what the new version has, and nothing else.</summary>
    public void Replace(string solution, SolutionInventory inventory)
    {
        lock (_gate)
        {
            _byName[solution] = inventory;
        }
    }

    public void Remove(string solution)
    {
        lock (_gate)
        {
            _byName.Remove(solution);
        }
    }

    public SolutionInventory Of(string solution)
    {
        lock (_gate)
        {
            return _byName.GetValueOrDefault(solution) ?? new SolutionInventory();
        }
    }

    /// <summary>What goes when the solution shrinks to <paramref name="kept"/>; null: it goes altogether.</summary>
    public SolutionInventory Leaving(string solution, SolutionInventory? kept)
    {
        lock (_gate)
        {
            SolutionInventory leaving = new();
            if (!_byName.TryGetValue(solution, out SolutionInventory? had))
            {
                return leaving;
            }

            leaving.Components.UnionWith(had.Components);
            leaving.Parts.UnionWith(had.Parts);
            SolutionInventory[] others = [.. _byName.Where(other => !IsSame(other.Key, solution))
                .Select(other => other.Value)];
            foreach (SolutionInventory other in kept is null ? others : [.. others, kept])
            {
                leaving.Components.ExceptWith(other.Components);
                leaving.Parts.ExceptWith(other.Parts);
            }

            return leaving;
        }
    }

    private static bool IsSame(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
