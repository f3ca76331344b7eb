using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class InitializeFileBlocksDownloadRequest : OrganizationRequest
{
    public InitializeFileBlocksDownloadRequest()
    {
        RequestName = "InitializeFileBlocksDownload";
        Target = null;
        FileAttributeName = null;
    }

    public EntityReference Target
    {
        get => Parameters.Read<EntityReference>(nameof(Target));
        set => Parameters[nameof(Target)] = value;
    }

    public string FileAttributeName
    {
        get => Parameters.Read<string>(nameof(FileAttributeName));
        set => Parameters[nameof(FileAttributeName)] = value;
    }

    public string DataSource
    {
        get => Parameters.Read<string>(nameof(DataSource));
        set => Parameters[nameof(DataSource)] = value;
    }
}
