using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "MetadataBase", Namespace = ContractNamespace.Xrm2011Metadata)]
[KnownType(typeof(AttributeMetadata))]
[KnownType(typeof(EntityMetadata))]
[KnownType(typeof(OptionSetMetadataBase))]
[KnownType(typeof(RelationshipMetadataBase))]
public abstract class MetadataBase : IExtensibleDataObject
{
    [DataMember(Order = 60)] public bool? HasChanged { get; set; }
    [DataMember] public Guid? MetadataId { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
