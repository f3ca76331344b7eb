using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "EntitySetting", Namespace = ContractNamespace.Xrm2011)]
public sealed class EntitySetting : IExtensibleDataObject
{
    [DataMember]
    public EntitySetting[] ChildSettings { get; set; }

    [DataMember]
    public string Name { get; set; }

    [DataMember]
    public Entity Value { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
