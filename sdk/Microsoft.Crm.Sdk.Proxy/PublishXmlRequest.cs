using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class PublishXmlRequest : OrganizationRequest
{
    public PublishXmlRequest()
    {
        RequestName = "PublishXml";
        ParameterXml = null;
    }

    public string ParameterXml
    {
        get => Parameters.Read<string>(nameof(ParameterXml));
        set => Parameters[nameof(ParameterXml)] = value;
    }
}
