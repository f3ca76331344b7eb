using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class RetrieveAttributeRequest : OrganizationRequest
{
    public RetrieveAttributeRequest()
    {
        RequestName = "RetrieveAttribute";
        MetadataId = Guid.Empty;
        RetrieveAsIfPublished = false;
    }

    public Guid MetadataId
    {
        get => Parameters.Read<Guid>(nameof(MetadataId));
        set => Parameters[nameof(MetadataId)] = value;
    }

    public bool RetrieveAsIfPublished
    {
        get => Parameters.Read<bool>(nameof(RetrieveAsIfPublished));
        set => Parameters[nameof(RetrieveAsIfPublished)] = value;
    }

    public int ColumnNumber
    {
        get => Parameters.Read<int>(nameof(ColumnNumber));
        set => Parameters[nameof(ColumnNumber)] = value;
    }

    public string EntityLogicalName
    {
        get => Parameters.Read<string>(nameof(EntityLogicalName));
        set => Parameters[nameof(EntityLogicalName)] = value;
    }

    public string LogicalName
    {
        get => Parameters.Read<string>(nameof(LogicalName));
        set => Parameters[nameof(LogicalName)] = value;
    }
}
