using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>A name out of an open list: any value can be set, <c>ValueExistsInList</c> only answers.</summary>
[DataContract(Name = "ConstantsBase", Namespace = ContractNamespace.Xrm2013Metadata)]
[KnownType(typeof(AttributeTypeDisplayName))]
[KnownType(typeof(DateTimeBehavior))]
[KnownType(typeof(StringFormatName))]
public abstract class ConstantsBase<T> : IExtensibleDataObject
{
    protected static readonly IList<T> ValidValues = new List<T>();

    [DataMember] public T Value { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }

    protected abstract bool ValueExistsInList(T value);

    protected static T2 Create<T2>(T value)
        where T2 : ConstantsBase<T>, new() => new T2 { Value = value };

    protected static T2 Add<T2>(T value)
        where T2 : ConstantsBase<T>, new()
    {
        lock (ValidValues)
        {
            ValidValues.Add(value);
        }

        return Create<T2>(value);
    }
}
