using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class AddSolutionComponentRequest : OrganizationRequest
{
    public AddSolutionComponentRequest()
    {
        RequestName = "AddSolutionComponent";
        ComponentId = Guid.Empty;
        ComponentType = 0;
        SolutionUniqueName = null;
        AddRequiredComponents = false;
    }

    public Guid ComponentId
    {
        get => Parameters.Read<Guid>(nameof(ComponentId));
        set => Parameters[nameof(ComponentId)] = value;
    }

    public int ComponentType
    {
        get => Parameters.Read<int>(nameof(ComponentType));
        set => Parameters[nameof(ComponentType)] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.Read<string>(nameof(SolutionUniqueName));
        set => Parameters[nameof(SolutionUniqueName)] = value;
    }

    public bool AddRequiredComponents
    {
        get => Parameters.Read<bool>(nameof(AddRequiredComponents));
        set => Parameters[nameof(AddRequiredComponents)] = value;
    }

    public bool DoNotIncludeSubcomponents
    {
        get => Parameters.Read<bool>(nameof(DoNotIncludeSubcomponents));
        set => Parameters[nameof(DoNotIncludeSubcomponents)] = value;
    }

    public string[] IncludedComponentSettingsValues
    {
        get => Parameters.Read<string[]>(nameof(IncludedComponentSettingsValues));
        set => Parameters[nameof(IncludedComponentSettingsValues)] = value;
    }
}
