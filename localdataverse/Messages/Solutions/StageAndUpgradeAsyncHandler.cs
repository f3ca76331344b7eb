using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Solutions;

/// <summary>An upgrade in one go, by a system job.</summary>
internal sealed class StageAndUpgradeAsyncHandler : IMessageHandler
{
    public string Message => "StageAndUpgradeAsync";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation) =>
        new()
        {
            ResponseName = Message,
            Results = SolutionJobs.QueueImport(request, operation, "StageAndUpgrade"),
        };
}
