using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace Dataverse.Local.Messages.Metadata;

internal sealed class CreateOptionSetHandler : IMessageHandler
{
    public string Message => "CreateOptionSet";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        ChoiceSet choices = new MetadataChanges(operation.Tables).AddChoices(
            request.Required<OptionSetMetadataBase>("OptionSet"));
        MetadataJournal.Append(operation.Session, request);
        return new CreateOptionSetResponse
        {
            Results = new ParameterCollection { ["OptionSetId"] = MetadataIds.OfChoices(choices.Name) },
        };
    }
}
