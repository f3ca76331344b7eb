using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class InsertOptionValueRequest : OrganizationRequest
{
    public InsertOptionValueRequest()
    {
        RequestName = "InsertOptionValue";
        Label = null;
    }

    public Label Label
    {
        get => Parameters.Read<Label>(nameof(Label));
        set => Parameters[nameof(Label)] = value;
    }

    public string AttributeLogicalName
    {
        get => Parameters.Read<string>(nameof(AttributeLogicalName));
        set => Parameters[nameof(AttributeLogicalName)] = value;
    }

    public Label Description
    {
        get => Parameters.Read<Label>(nameof(Description));
        set => Parameters[nameof(Description)] = value;
    }

    public string EntityLogicalName
    {
        get => Parameters.Read<string>(nameof(EntityLogicalName));
        set => Parameters[nameof(EntityLogicalName)] = value;
    }

    public string OptionSetName
    {
        get => Parameters.Read<string>(nameof(OptionSetName));
        set => Parameters[nameof(OptionSetName)] = value;
    }

    public int[] ParentValues
    {
        get => Parameters.Read<int[]>(nameof(ParentValues));
        set => Parameters[nameof(ParentValues)] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.Read<string>(nameof(SolutionUniqueName));
        set => Parameters[nameof(SolutionUniqueName)] = value;
    }

    public int? Value
    {
        get => Parameters.Read<int?>(nameof(Value));
        set => Parameters[nameof(Value)] = value;
    }
}
