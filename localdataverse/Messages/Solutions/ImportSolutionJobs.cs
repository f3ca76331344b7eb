using Dataverse.Local.Async;

namespace Dataverse.Local.Messages.Solutions;

internal sealed class ImportSolutionJobs : SolutionJobs
{
    public override JobType Type => JobType.ImportSolution;
}
