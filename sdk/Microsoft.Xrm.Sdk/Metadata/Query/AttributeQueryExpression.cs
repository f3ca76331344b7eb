using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

[DataContract(Name = "AttributeQueryExpression", Namespace = ContractNamespace.Xrm2011MetadataQuery)]
public sealed class AttributeQueryExpression : MetadataQueryExpression
{
}
