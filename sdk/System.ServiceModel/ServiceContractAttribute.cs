namespace System.ServiceModel;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class ServiceContractAttribute : Attribute
{
    public string Name { get; set; }

    public string Namespace { get; set; }
}
