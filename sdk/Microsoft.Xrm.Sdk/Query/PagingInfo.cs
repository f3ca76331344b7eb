using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

[DataContract(Name = "PagingInfo", Namespace = ContractNamespace.Xrm2011)]
public sealed class PagingInfo : IExtensibleDataObject
{
    /// <summary>Rows per page; 0 leaves it to the server (5,000).</summary>
    [DataMember]
    public int Count { get; set; }

    /// <summary>From 1; 0 is read as the first page.</summary>
    [DataMember]
    public int PageNumber { get; set; }

    [DataMember]
    public string PagingCookie { get; set; }

    [DataMember]
    public bool ReturnTotalRecordCount { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
