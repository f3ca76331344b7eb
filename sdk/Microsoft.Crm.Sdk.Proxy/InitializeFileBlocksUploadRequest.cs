using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class InitializeFileBlocksUploadRequest : OrganizationRequest
{
    public InitializeFileBlocksUploadRequest()
    {
        RequestName = "InitializeFileBlocksUpload";
        Target = null;
        FileName = null;
        FileAttributeName = null;
    }

    public EntityReference Target
    {
        get => Parameters.Read<EntityReference>(nameof(Target));
        set => Parameters[nameof(Target)] = value;
    }

    public string FileName
    {
        get => Parameters.Read<string>(nameof(FileName));
        set => Parameters[nameof(FileName)] = value;
    }

    public string FileAttributeName
    {
        get => Parameters.Read<string>(nameof(FileAttributeName));
        set => Parameters[nameof(FileAttributeName)] = value;
    }
}
