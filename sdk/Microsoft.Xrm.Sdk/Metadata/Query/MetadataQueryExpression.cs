using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

[DataContract(Name = "MetadataQueryExpression", Namespace = ContractNamespace.Xrm2011MetadataQuery)]
[KnownType(typeof(AttributeQueryExpression))]
[KnownType(typeof(EntityKeyQueryExpression))]
[KnownType(typeof(EntityQueryExpression))]
[KnownType(typeof(LabelQueryExpression))]
[KnownType(typeof(RelationshipQueryExpression))]
public abstract class MetadataQueryExpression : MetadataQueryBase
{
    protected MetadataQueryExpression()
    {
        Criteria = new MetadataFilterExpression(LogicalOperator.And);
    }

    [DataMember] public MetadataFilterExpression Criteria { get; set; }
    [DataMember] public MetadataPropertiesExpression Properties { get; set; }
}
