using System;
using System.Linq;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Equal when table, id and alternate key are; the name and the row version do not count.</summary>
[DataContract(Name = "EntityReference", Namespace = ContractNamespace.Xrm2011)]
[Serializable]
public sealed class EntityReference : IExtensibleDataObject
{
    private KeyAttributeCollection _keyAttributes;

    [NonSerialized]
    private ExtensionDataObject _extensionData;

    public EntityReference()
    {
    }

    public EntityReference(string logicalName)
    {
        LogicalName = logicalName;
    }

    public EntityReference(string logicalName, Guid id)
    {
        LogicalName = logicalName;
        Id = id;
    }

    public EntityReference(string logicalName, KeyAttributeCollection keyAttributeCollection)
    {
        LogicalName = logicalName;
        KeyAttributes = keyAttributeCollection;
    }

    public EntityReference(string logicalName, string keyName, object keyValue)
    {
        LogicalName = logicalName;
        KeyAttributes.Add(keyName, keyValue);
    }

    [DataMember]
    public Guid Id { get; set; }

    [DataMember]
    public KeyAttributeCollection KeyAttributes
    {
        get => _keyAttributes ??= new KeyAttributeCollection();
        set => _keyAttributes = value;
    }

    [DataMember]
    public string LogicalName { get; set; }

    [DataMember]
    public string Name { get; set; }

    [DataMember]
    public string RowVersion { get; set; }

    public ExtensionDataObject ExtensionData
    {
        get => _extensionData;
        set => _extensionData = value;
    }

    public override bool Equals(object obj) =>
        obj is EntityReference other
        && other.Id == Id
        && string.Equals(other.LogicalName, LogicalName, StringComparison.Ordinal)
        && HasSameKey(other);

    public override int GetHashCode() => Id.GetHashCode() ^ (LogicalName ?? "").GetHashCode();

    private bool HasSameKey(EntityReference other) =>
        other.KeyAttributes.Count == KeyAttributes.Count
        && KeyAttributes.All(mine => other.KeyAttributes.TryGetValue(mine.Key, out var theirs)
            && Equals(mine.Value, theirs));
}
