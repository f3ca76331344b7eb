using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "CascadeConfiguration", Namespace = ContractNamespace.Xrm2011Metadata)]
public sealed class CascadeConfiguration : IExtensibleDataObject
{
    [DataMember] public CascadeType? Archive { get; set; }
    [DataMember] public CascadeType? Assign { get; set; }
    [DataMember] public CascadeType? Delete { get; set; }
    [DataMember] public CascadeType? Merge { get; set; }
    [DataMember] public CascadeType? Reparent { get; set; }
    [DataMember(Order = 82)] public CascadeType? RollupView { get; set; }
    [DataMember] public CascadeType? Share { get; set; }
    [DataMember] public CascadeType? Unshare { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
