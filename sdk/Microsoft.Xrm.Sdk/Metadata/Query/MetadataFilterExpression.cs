using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

[DataContract(Name = "MetadataFilterExpression", Namespace = ContractNamespace.Xrm2011MetadataQuery)]
public sealed class MetadataFilterExpression : IExtensibleDataObject
{
    private DataCollection<MetadataConditionExpression> _conditions;
    private DataCollection<MetadataFilterExpression> _filters;

    public MetadataFilterExpression()
    {
    }

    public MetadataFilterExpression(LogicalOperator filterOperator)
    {
        FilterOperator = filterOperator;
    }

    [DataMember] public LogicalOperator FilterOperator { get; set; }

    [DataMember]
    public DataCollection<MetadataConditionExpression> Conditions
    {
        get => _conditions ??= new DataCollection<MetadataConditionExpression>();
        private set => _conditions = value;
    }

    [DataMember]
    public DataCollection<MetadataFilterExpression> Filters
    {
        get => _filters ??= new DataCollection<MetadataFilterExpression>();
        private set => _filters = value;
    }

    public ExtensionDataObject ExtensionData { get; set; }
}
