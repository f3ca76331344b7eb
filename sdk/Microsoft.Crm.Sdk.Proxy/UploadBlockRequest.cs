using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class UploadBlockRequest : OrganizationRequest
{
    public UploadBlockRequest()
    {
        RequestName = "UploadBlock";
        BlockId = null;
        BlockData = null;
        FileContinuationToken = null;
    }

    public string BlockId
    {
        get => Parameters.Read<string>(nameof(BlockId));
        set => Parameters[nameof(BlockId)] = value;
    }

    public byte[] BlockData
    {
        get => Parameters.Read<byte[]>(nameof(BlockData));
        set => Parameters[nameof(BlockData)] = value;
    }

    public string FileContinuationToken
    {
        get => Parameters.Read<string>(nameof(FileContinuationToken));
        set => Parameters[nameof(FileContinuationToken)] = value;
    }
}
