using System;
using System.Collections.Generic;
using System.Linq;

namespace Dataverse.Local.Security;

/// <summary>Which business unit stands below which.</summary>
internal sealed class BusinessUnitTree
{
    public static readonly BusinessUnitTree Empty = new([]);

    private readonly ILookup<Guid, Guid> _below;

    /// <param name="parents">Parent by business unit; the root is left out.</param>
    public BusinessUnitTree(IEnumerable<KeyValuePair<Guid, Guid>> parents) =>
        _below = parents.ToLookup(unit => unit.Value, unit => unit.Key);

    /// <summary>The unit itself and all below it; a circle ends where it began.</summary>
    public IReadOnlySet<Guid> WithBelow(Guid unit)
    {
        HashSet<Guid> found = [unit];
        Queue<Guid> next = new(found);
        while (next.TryDequeue(out Guid one))
        {
            foreach (Guid below in _below[one].Where(found.Add))
            {
                next.Enqueue(below);
            }
        }

        return found;
    }
}
