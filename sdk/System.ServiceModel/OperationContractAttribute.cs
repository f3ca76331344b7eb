namespace System.ServiceModel;

[AttributeUsage(AttributeTargets.Method)]
public sealed class OperationContractAttribute : Attribute
{
    public string Name { get; set; }

    public string Action { get; set; }

    public string ReplyAction { get; set; }
}
