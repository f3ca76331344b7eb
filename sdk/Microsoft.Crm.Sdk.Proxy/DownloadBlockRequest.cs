using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class DownloadBlockRequest : OrganizationRequest
{
    public DownloadBlockRequest()
    {
        RequestName = "DownloadBlock";
        Offset = 0;
        BlockLength = 0;
        FileContinuationToken = null;
    }

    public long Offset
    {
        get => Parameters.Read<long>(nameof(Offset));
        set => Parameters[nameof(Offset)] = value;
    }

    public long BlockLength
    {
        get => Parameters.Read<long>(nameof(BlockLength));
        set => Parameters[nameof(BlockLength)] = value;
    }

    public string FileContinuationToken
    {
        get => Parameters.Read<string>(nameof(FileContinuationToken));
        set => Parameters[nameof(FileContinuationToken)] = value;
    }
}
