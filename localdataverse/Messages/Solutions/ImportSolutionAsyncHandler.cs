using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Solutions;

/// <summary>An import by a system job.</summary>
internal sealed class ImportSolutionAsyncHandler : IMessageHandler
{
    public string Message => "ImportSolutionAsync";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation) =>
        new()
        {
            ResponseName = Message,
            Results = SolutionJobs.QueueImport(request, operation, "ImportSolution"),
        };
}
