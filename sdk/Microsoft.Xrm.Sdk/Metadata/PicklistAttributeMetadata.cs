using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "PicklistAttributeMetadata", Namespace = ContractNamespace.Xrm2011Metadata)]
public sealed class PicklistAttributeMetadata : EnumAttributeMetadata
{
    private List<string> _childPicklistLogicalNames;

    public PicklistAttributeMetadata()
        : this(null)
    {
    }

    public PicklistAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.Picklist, schemaName)
    {
    }

    [DataMember(Order = 70)] public string FormulaDefinition { get; set; }
    [DataMember(Order = 91)] public string ParentPicklistLogicalName { get; set; }
    [DataMember(Order = 70)] public int? SourceTypeMask { get; internal set; }

    [DataMember(Order = 91)]
    public List<string> ChildPicklistLogicalNames
    {
        get => _childPicklistLogicalNames ??= new List<string>();
        private set => _childPicklistLogicalNames = value;
    }
}
