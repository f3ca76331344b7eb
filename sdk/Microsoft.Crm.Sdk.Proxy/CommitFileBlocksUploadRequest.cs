using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class CommitFileBlocksUploadRequest : OrganizationRequest
{
    public CommitFileBlocksUploadRequest()
    {
        RequestName = "CommitFileBlocksUpload";
        FileName = null;
        MimeType = null;
        BlockList = null;
        FileContinuationToken = null;
    }

    public string FileName
    {
        get => Parameters.Read<string>(nameof(FileName));
        set => Parameters[nameof(FileName)] = value;
    }

    public string MimeType
    {
        get => Parameters.Read<string>(nameof(MimeType));
        set => Parameters[nameof(MimeType)] = value;
    }

    public string[] BlockList
    {
        get => Parameters.Read<string[]>(nameof(BlockList));
        set => Parameters[nameof(BlockList)] = value;
    }

    public string FileContinuationToken
    {
        get => Parameters.Read<string>(nameof(FileContinuationToken));
        set => Parameters[nameof(FileContinuationToken)] = value;
    }
}
