using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class RetrieveResponse : OrganizationResponse
{
    public Entity Entity => Results.Read<Entity>(nameof(Entity));

    public object Notifications => Results.Read<object>(nameof(Notifications));
}
