using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Pipeline;

/// <summary>The main operation (stage 30) of one message. One instance serves all requests and threads.</summary>
internal interface IMessageHandler
{
    /// <summary>Request name, as in <see cref="OrganizationRequest.RequestName"/>.</summary>
    string Message { get; }

    /// <summary>How the message wants to be embedded in a transaction.</summary>
    TransactionUse Transaction => TransactionUse.Required;

    /// <summary>
    /// Does the work. <paramref name="request"/> is the operation's own copy, after the steps of stages 10 and 20;
    /// it may be untyped, so parameters are read by name (<see cref="RequestParameters"/>).
    /// </summary>
    OrganizationResponse Handle(OrganizationRequest request, Operation operation);
}
