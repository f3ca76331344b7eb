using System;
using System.Collections.Generic;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Messages;

internal sealed class CreateMultipleHandler : IMessageHandler
{
    public string Message => "CreateMultiple";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        List<Guid> ids = [];
        foreach (Entity row in request.Required<EntityCollection>("Targets").Entities)
        {
            ids.Add(RowWriter.Create(operation, row));
        }

        return new CreateMultipleResponse { Results = new ParameterCollection { ["Ids"] = ids.ToArray() } };
    }
}
