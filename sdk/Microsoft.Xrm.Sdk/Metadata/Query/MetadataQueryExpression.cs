using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

[DataContract(Name = "MetadataQueryExpression", Namespace = ContractNamespace.Xrm2011MetadataQuery)]
public abstract class MetadataQueryExpression : MetadataQueryBase
{
    [DataMember] public MetadataFilterExpression Criteria { get; set; }
    [DataMember] public MetadataPropertiesExpression Properties { get; set; }
}
