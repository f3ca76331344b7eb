using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Solutions;

/// <summary>Both halves of an upgrade in one transaction; a plain import where the solution is not installed.</summary>
internal sealed class StageAndUpgradeHandler : IMessageHandler
{
    public string Message => "StageAndUpgrade";

    public TransactionUse Transaction => TransactionUse.Suppressed;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        SolutionRequests.RefuseUnsupported(request);
        ImportResult result = SolutionRequests.Import(request, operation, ImportMode.Upgrade);
        return new OrganizationResponse
        {
            ResponseName = Message,
            Results = new ParameterCollection { ["SolutionId"] = NameId.Of("solution", result.Solution) },
        };
    }
}
