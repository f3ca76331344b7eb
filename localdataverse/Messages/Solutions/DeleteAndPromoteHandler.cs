using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Solutions;

/// <summary>Second half of an upgrade: what the new version lacks is deleted, its data included.</summary>
internal sealed class DeleteAndPromoteHandler : IMessageHandler
{
    public string Message => "DeleteAndPromote";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation) => new()
    {
        ResponseName = Message,
        Results = new ParameterCollection
        {
            ["SolutionId"] = new SolutionImporter(operation.Engine)
                .Promote(operation.Unit, request.Required<string>("UniqueName")),
        },
    };
}
