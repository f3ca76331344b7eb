using Dataverse.Local.Async;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Solutions;

/// <summary>The second half of an upgrade, by a system job.</summary>
internal sealed class DeleteAndPromoteAsyncHandler : IMessageHandler
{
    private const string Synchronous = "DeleteAndPromote";

    public string Message => "DeleteAndPromoteAsync";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        SolutionPlan plan = new() { Message = Synchronous, UniqueName = request.Required<string>("UniqueName") };
        return new OrganizationResponse
        {
            ResponseName = Message,
            Results = new ParameterCollection
            {
                ["AsyncOperationId"] = SolutionJobs.Queue(operation, JobType.DeleteAndPromote, plan),
            },
        };
    }
}
