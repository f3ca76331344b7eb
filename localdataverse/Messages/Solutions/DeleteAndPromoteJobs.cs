using Dataverse.Local.Async;

namespace Dataverse.Local.Messages.Solutions;

internal sealed class DeleteAndPromoteJobs : SolutionJobs
{
    public override JobType Type => JobType.DeleteAndPromote;
}
