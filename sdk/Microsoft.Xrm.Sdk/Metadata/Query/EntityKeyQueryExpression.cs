using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

[DataContract(Name = "EntityKeyQueryExpression", Namespace = ContractNamespace.Xrm80)]
public sealed class EntityKeyQueryExpression : MetadataQueryExpression
{
}
