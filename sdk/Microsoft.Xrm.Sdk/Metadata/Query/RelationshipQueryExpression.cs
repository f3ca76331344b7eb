using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

[DataContract(Name = "RelationshipQueryExpression", Namespace = ContractNamespace.Xrm2011MetadataQuery)]
public sealed class RelationshipQueryExpression : MetadataQueryExpression
{
}
