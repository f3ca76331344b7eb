using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class RetrieveEntityChangesRequest : OrganizationRequest
{
    public RetrieveEntityChangesRequest()
    {
        RequestName = "RetrieveEntityChanges";
        EntityName = null;
        DataVersion = null;
        PageInfo = null;
        Columns = null;
    }

    public string EntityName
    {
        get => Parameters.Read<string>(nameof(EntityName));
        set => Parameters[nameof(EntityName)] = value;
    }

    public string DataVersion
    {
        get => Parameters.Read<string>(nameof(DataVersion));
        set => Parameters[nameof(DataVersion)] = value;
    }

    public PagingInfo PageInfo
    {
        get => Parameters.Read<PagingInfo>(nameof(PageInfo));
        set => Parameters[nameof(PageInfo)] = value;
    }

    public ColumnSet Columns
    {
        get => Parameters.Read<ColumnSet>(nameof(Columns));
        set => Parameters[nameof(Columns)] = value;
    }

    public bool GetGlobalMetadataVersion
    {
        get => Parameters.Read<bool>(nameof(GetGlobalMetadataVersion));
        set => Parameters[nameof(GetGlobalMetadataVersion)] = value;
    }
}
