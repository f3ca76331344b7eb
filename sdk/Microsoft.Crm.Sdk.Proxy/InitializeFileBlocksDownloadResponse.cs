using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class InitializeFileBlocksDownloadResponse : OrganizationResponse
{
    public string FileContinuationToken => Results.Read<string>(nameof(FileContinuationToken));

    public string FileName => Results.Read<string>(nameof(FileName));

    public long FileSizeInBytes => Results.Read<long>(nameof(FileSizeInBytes));

    public bool IsChunkingSupported => Results.Read<bool>(nameof(IsChunkingSupported));
}
