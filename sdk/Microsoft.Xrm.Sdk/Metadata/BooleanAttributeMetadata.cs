using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "BooleanAttributeMetadata", Namespace = ContractNamespace.Xrm2011Metadata)]
public sealed class BooleanAttributeMetadata : AttributeMetadata
{
    public BooleanAttributeMetadata()
        : this(null, null)
    {
    }

    public BooleanAttributeMetadata(string schemaName)
        : this(schemaName, null)
    {
    }

    public BooleanAttributeMetadata(BooleanOptionSetMetadata optionSet)
        : this(null, optionSet)
    {
    }

    public BooleanAttributeMetadata(string schemaName, BooleanOptionSetMetadata optionSet)
        : base(AttributeTypeCode.Boolean, schemaName)
    {
        OptionSet = optionSet;
    }

    [DataMember] public bool? DefaultValue { get; set; }
    [DataMember(Order = 70)] public string FormulaDefinition { get; set; }
    [DataMember] public BooleanOptionSetMetadata OptionSet { get; set; }
    [DataMember(Order = 70)] public int? SourceTypeMask { get; internal set; }
}
