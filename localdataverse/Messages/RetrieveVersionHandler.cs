using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages;

/// <summary>A version of the 9.2 line, which clients take as a sign of what they may use.</summary>
internal sealed class RetrieveVersionHandler : IMessageHandler
{
    public string Message => "RetrieveVersion";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation) =>
        new RetrieveVersionResponse { Results = new ParameterCollection { ["Version"] = "9.2.0.0" } };
}
