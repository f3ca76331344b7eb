using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[CollectionDataContract(Name = "ParameterCollection", Namespace = ContractNamespace.Xrm2011)]
[KnownType(nameof(ValueTypes))]
public class ParameterCollection : DataCollection<string, object>
{
    public ParameterCollection()
    {
    }

    protected ParameterCollection(IDictionary<string, object> collection)
        : base(collection)
    {
    }

    /// <summary>Leaves an existing value alone when <paramref name="obj"/> is null.</summary>
    public void AddOrUpdateIfNotNull(string key, object obj)
    {
        if (obj != null)
            this[key] = obj;
    }

    /// <summary>False also when the value is there but of another type.</summary>
    public bool TryGetValue<T>(string key, out T value)
    {
        if (base.TryGetValue(key, out object found) && found is T typed)
        {
            value = typed;
            return true;
        }

        value = default;
        return false;
    }

    private static IEnumerable<Type> ValueTypes() => KnownValueTypes.All();
}
