using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class CommitFileBlocksUploadResponse : OrganizationResponse
{
    public Guid FileId => Results.Read<Guid>(nameof(FileId));

    public long FileSizeInBytes => Results.Read<long>(nameof(FileSizeInBytes));
}
