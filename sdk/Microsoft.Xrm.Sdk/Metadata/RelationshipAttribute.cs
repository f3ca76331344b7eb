using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "RelationshipAttribute", Namespace = ContractNamespace.Xrm2011Metadata)]
public class RelationshipAttribute
{
    [DataMember] public string ReferencedAttributeName { get; set; }
    [DataMember] public string ReferencingAttributeName { get; set; }
}
