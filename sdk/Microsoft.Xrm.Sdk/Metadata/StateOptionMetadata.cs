using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "StateOptionMetadata", Namespace = ContractNamespace.Xrm2011Metadata)]
public sealed class StateOptionMetadata : OptionMetadata
{
    [DataMember] public int? DefaultStatus { get; set; }
    [DataMember] public string InvariantName { get; set; }
}
