using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "LocalizedLabel", Namespace = ContractNamespace.Xrm2011)]
public sealed class LocalizedLabel : MetadataBase
{
    public LocalizedLabel()
    {
    }

    public LocalizedLabel(string label, int languageCode)
    {
        Label = label;
        LanguageCode = languageCode;
    }

    [DataMember]
    public bool? IsManaged { get; internal set; }

    [DataMember]
    public string Label { get; set; }

    /// <summary>LCID: 1033 is English (United States), 1031 German (Germany).</summary>
    [DataMember]
    public int LanguageCode { get; set; }
}
