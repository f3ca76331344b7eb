using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace Dataverse.Local.Messages.Metadata;

internal sealed class RetrieveOptionSetHandler : IMessageHandler
{
    public string Message => "RetrieveOptionSet";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        string? name = request.Optional<string>("Name");
        if (string.IsNullOrEmpty(name)) throw Fault.NotSupported("RetrieveOptionSet by MetadataId");
        ChoiceSet choices = operation.Tables.FindGlobalChoice(name)
            ?? throw QueryFault.UnknownMetadata("option set", name);
        int language = operation.QueryContext().Language;
        return new RetrieveOptionSetResponse
        {
            Results = new ParameterCollection
            {
                ["OptionSetMetadata"] = ChoiceMetadata.Write(choices, OptionSetType.Picklist, language),
            },
        };
    }
}
