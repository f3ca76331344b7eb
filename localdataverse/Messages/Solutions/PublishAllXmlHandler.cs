using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Solutions;

/// <summary>There is no unpublished layer here: every change is in force at once.</summary>
internal sealed class PublishAllXmlHandler : IMessageHandler
{
    public string Message => "PublishAllXml";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation) =>
        new() { ResponseName = Message };
}
