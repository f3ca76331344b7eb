using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Microsoft.Xrm.Sdk;

/// <summary>
/// A dictionary that does not say so: it implements <see cref="IEnumerable{T}"/> only, and keys are compared ordinally.
/// </summary>
[Serializable]
public abstract class DataCollection<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
{
    private readonly Dictionary<TKey, TValue> _items;

    protected internal DataCollection()
    {
        _items = new Dictionary<TKey, TValue>();
    }

    protected internal DataCollection(IDictionary<TKey, TValue> collection)
    {
        _items = new Dictionary<TKey, TValue>(collection);
    }

    public int Count => _items.Count;

    /// <summary>True while a context tracks the entity that owns the collection; changing it then throws.</summary>
    public virtual bool IsReadOnly { get; internal set; }

    public ICollection<TKey> Keys => _items.Keys;

    public ICollection<TValue> Values => _items.Values;

    private ICollection<KeyValuePair<TKey, TValue>> Pairs => _items;

    public virtual TValue this[TKey key]
    {
        get => _items[key];
        set
        {
            AssertWritable();
            _items[key] = value;
        }
    }

    public void Add(TKey key, TValue value)
    {
        AssertWritable();
        _items.Add(key, value);
    }

    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    /// <summary>Null adds nothing.</summary>
    public void AddRange(params KeyValuePair<TKey, TValue>[] items) =>
        AddRange((IEnumerable<KeyValuePair<TKey, TValue>>)items);

    /// <summary>Null adds nothing.</summary>
    public void AddRange(IEnumerable<KeyValuePair<TKey, TValue>> items)
    {
        foreach (var item in items ?? Enumerable.Empty<KeyValuePair<TKey, TValue>>())
            Add(item);
    }

    public void Clear()
    {
        AssertWritable();
        _items.Clear();
    }

    public bool Contains(TKey key) => _items.ContainsKey(key);

    public bool Contains(KeyValuePair<TKey, TValue> key) => Pairs.Contains(key);

    public bool ContainsKey(TKey key) => _items.ContainsKey(key);

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) => Pairs.CopyTo(array, arrayIndex);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Remove(TKey key)
    {
        AssertWritable();
        return _items.Remove(key);
    }

    public bool Remove(KeyValuePair<TKey, TValue> item)
    {
        AssertWritable();
        return Pairs.Remove(item);
    }

    public bool TryGetValue(TKey key, out TValue value) => _items.TryGetValue(key, out value);

    private void AssertWritable()
    {
        if (IsReadOnly)
            throw new InvalidOperationException("The collection is read-only.");
    }
}
