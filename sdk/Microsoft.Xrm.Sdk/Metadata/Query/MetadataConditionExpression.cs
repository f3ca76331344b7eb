using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

[DataContract(Name = "MetadataConditionExpression", Namespace = ContractNamespace.Xrm2011MetadataQuery)]
[KnownType(nameof(ValueTypes))]
public sealed class MetadataConditionExpression : IExtensibleDataObject
{
    public MetadataConditionExpression()
    {
    }

    public MetadataConditionExpression(string propertyName, MetadataConditionOperator conditionOperator, object value)
    {
        PropertyName = propertyName;
        ConditionOperator = conditionOperator;
        Value = value;
    }

    [DataMember] public MetadataConditionOperator ConditionOperator { get; set; }
    [DataMember] public string PropertyName { get; set; }
    [DataMember] public object Value { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }

    private static IEnumerable<Type> ValueTypes() => KnownValueTypes.All();
}
