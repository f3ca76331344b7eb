namespace System.ServiceModel;

[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class FaultContractAttribute : Attribute
{
    public FaultContractAttribute(Type detailType)
    {
        DetailType = detailType ?? throw new ArgumentNullException(nameof(detailType));
    }

    public Type DetailType { get; }
}
