using System;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Messages;

internal sealed class CreateHandler : IMessageHandler
{
    public string Message => "Create";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Guid id = RowWriter.Create(operation, request.Required<Entity>("Target"));
        return new CreateResponse { Results = new ParameterCollection { ["id"] = id } };
    }
}
