using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "EntityClusterMode", Namespace = ContractNamespace.Xrm90Metadata)]
public enum EntityClusterMode
{
    [EnumMember(Value = "Partitioned")] Partitioned = 0,
    [EnumMember(Value = "Replicated")] Replicated = 1,
    [EnumMember(Value = "Local")] Local = 2,
    [EnumMember(Value = "FilteredReplicated")] FilteredReplicated = 3,
}
