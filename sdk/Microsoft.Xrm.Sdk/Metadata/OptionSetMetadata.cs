using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "OptionSetMetadata", Namespace = ContractNamespace.Xrm2011Metadata)]
public sealed class OptionSetMetadata : OptionSetMetadataBase
{
    private OptionMetadataCollection _options;

    public OptionSetMetadata()
    {
    }

    public OptionSetMetadata(OptionMetadataCollection options)
    {
        Options = options;
    }

    [DataMember]
    public OptionMetadataCollection Options
    {
        get => _options ??= new OptionMetadataCollection();
        private set => _options = value;
    }

    [DataMember(Order = 91)] public string ParentOptionSetName { get; set; }
}
