using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace Microsoft.Xrm.Sdk;

[Serializable]
public class DataCollection<T> : Collection<T>
{
    public DataCollection(int capacity)
        : base(new List<T>(capacity))
    {
    }

    internal DataCollection()
    {
    }

    /// <summary>Copies: a later change of <paramref name="list"/> is not seen here.</summary>
    internal DataCollection(IEnumerable<T> list)
    {
        AddRange(list);
    }

    /// <summary>Null adds nothing.</summary>
    public void AddRange(params T[] items) => AddRange((IEnumerable<T>)items);

    /// <summary>Null adds nothing.</summary>
    public void AddRange(IEnumerable<T> items)
    {
        foreach (var item in items ?? Enumerable.Empty<T>())
            Add(item);
    }

    public T[] ToArray() => Items.ToArray();
}
