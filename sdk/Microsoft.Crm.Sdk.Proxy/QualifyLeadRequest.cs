using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class QualifyLeadRequest : OrganizationRequest
{
    public QualifyLeadRequest()
    {
        RequestName = "QualifyLead";
        LeadId = null;
        CreateAccount = false;
        CreateContact = false;
        CreateOpportunity = false;
    }

    public EntityReference LeadId
    {
        get => Parameters.Read<EntityReference>(nameof(LeadId));
        set => Parameters[nameof(LeadId)] = value;
    }

    public bool CreateAccount
    {
        get => Parameters.Read<bool>(nameof(CreateAccount));
        set => Parameters[nameof(CreateAccount)] = value;
    }

    public bool CreateContact
    {
        get => Parameters.Read<bool>(nameof(CreateContact));
        set => Parameters[nameof(CreateContact)] = value;
    }

    public bool CreateOpportunity
    {
        get => Parameters.Read<bool>(nameof(CreateOpportunity));
        set => Parameters[nameof(CreateOpportunity)] = value;
    }

    public EntityReference OpportunityCurrencyId
    {
        get => Parameters.Read<EntityReference>(nameof(OpportunityCurrencyId));
        set => Parameters[nameof(OpportunityCurrencyId)] = value;
    }

    public EntityReference OpportunityCustomerId
    {
        get => Parameters.Read<EntityReference>(nameof(OpportunityCustomerId));
        set => Parameters[nameof(OpportunityCustomerId)] = value;
    }

    public EntityReference ProcessInstanceId
    {
        get => Parameters.Read<EntityReference>(nameof(ProcessInstanceId));
        set => Parameters[nameof(ProcessInstanceId)] = value;
    }

    public EntityReference SourceCampaignId
    {
        get => Parameters.Read<EntityReference>(nameof(SourceCampaignId));
        set => Parameters[nameof(SourceCampaignId)] = value;
    }

    public OptionSetValue Status
    {
        get => Parameters.Read<OptionSetValue>(nameof(Status));
        set => Parameters[nameof(Status)] = value;
    }
}
