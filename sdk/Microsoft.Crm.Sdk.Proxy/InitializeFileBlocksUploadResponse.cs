using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class InitializeFileBlocksUploadResponse : OrganizationResponse
{
    public string FileContinuationToken => Results.Read<string>(nameof(FileContinuationToken));
}
