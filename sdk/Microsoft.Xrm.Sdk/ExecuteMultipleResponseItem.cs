using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Either <see cref="Response"/> or <see cref="Fault"/> is set.</summary>
[DataContract(Name = "ExecuteMultipleResponseItem", Namespace = ContractNamespace.Xrm2012)]
public sealed class ExecuteMultipleResponseItem : IExtensibleDataObject
{
    [DataMember]
    public OrganizationServiceFault Fault { get; set; }

    /// <summary>Position of the request, from 0: items of requests without response or fault are left out.</summary>
    [DataMember]
    public int RequestIndex { get; set; }

    [DataMember]
    public OrganizationResponse Response { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
