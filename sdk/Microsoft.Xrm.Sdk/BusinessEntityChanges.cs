using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "BusinessEntityChanges", Namespace = ContractNamespace.Xrm71)]
public sealed class BusinessEntityChanges : IExtensibleDataObject
{
    private BusinessEntityChangesCollection _changes;

    [DataMember]
    public BusinessEntityChangesCollection Changes
    {
        get => _changes ??= new BusinessEntityChangesCollection();
        set => _changes = value;
    }

    [DataMember]
    public string DataToken { get; set; }

    [DataMember]
    public string GlobalMetadataVersion { get; set; }

    [DataMember]
    public bool MoreRecords { get; set; }

    [DataMember]
    public string PagingCookie { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
