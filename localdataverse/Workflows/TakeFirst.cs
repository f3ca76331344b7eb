using System.Collections.Generic;
using System.Linq;

namespace Dataverse.Local.Workflows;

/// <summary>
/// EvaluateExpression with SelectFirstNonNull, and ConvertCrmXrmTypes, which has one variable and whose types are the
/// same here.
/// </summary>
internal sealed class TakeFirst : WorkflowAction
{
    private readonly string _result;
    private readonly IReadOnlyList<WorkflowToken> _parts;

    public TakeFirst(string result, IReadOnlyList<WorkflowToken> parts)
    {
        _result = result;
        _parts = parts;
    }

    public override void Run(WorkflowRun run) =>
        run.Variables[_result] = _parts.Select(run.ValueOf).FirstOrDefault(value => value is not null);
}
