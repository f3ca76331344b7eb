using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class RetrieveTotalRecordCountRequest : OrganizationRequest
{
    public RetrieveTotalRecordCountRequest()
    {
        RequestName = "RetrieveTotalRecordCount";
        EntityNames = null;
    }

    public string[] EntityNames
    {
        get => Parameters.Read<string[]>(nameof(EntityNames));
        set => Parameters[nameof(EntityNames)] = value;
    }
}
