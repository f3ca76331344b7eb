using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

[DataContract(Name = "MetadataPropertiesExpression", Namespace = ContractNamespace.Xrm2011MetadataQuery)]
public sealed class MetadataPropertiesExpression : IExtensibleDataObject
{
    private DataCollection<string> _propertyNames;

    public MetadataPropertiesExpression()
    {
    }

    public MetadataPropertiesExpression(params string[] propertyNames)
    {
        PropertyNames.AddRange(propertyNames);
    }

    [DataMember] public bool AllProperties { get; set; }

    [DataMember]
    public DataCollection<string> PropertyNames
    {
        get => _propertyNames ??= new DataCollection<string>();
        private set => _propertyNames = value;
    }

    public ExtensionDataObject ExtensionData { get; set; }
}
