using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Solutions;

/// <summary>An update, or with HoldingSolution the first half of an upgrade.</summary>
internal sealed class ImportSolutionHandler : IMessageHandler
{
    public string Message => "ImportSolution";

    public TransactionUse Transaction => TransactionUse.Suppressed;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        SolutionRequests.RefuseUnsupported(request);
        ImportMode mode = request.Optional<bool>("HoldingSolution") ? ImportMode.Holding : ImportMode.Update;
        SolutionRequests.Import(request, operation, mode);
        return new OrganizationResponse { ResponseName = Message };
    }
}
