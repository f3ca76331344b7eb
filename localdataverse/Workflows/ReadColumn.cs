using System.Xml.Linq;

namespace Dataverse.Local.Workflows;

/// <summary>GetEntityProperty: a column of the workflow's row, or of a row that one of its lookups names.</summary>
internal sealed class ReadColumn : WorkflowAction
{
    private readonly string _result;
    private readonly string _column;
    private readonly string _row;

    public ReadColumn(XElement element)
    {
        _result = WorkflowToken.Variable((string?)element.Attribute("Value") ?? "");
        _column = (string?)element.Attribute("Attribute") ?? "";
        _row = WorkflowToken.Quoted((string?)element.Attribute("Entity") ?? "");
    }

    public override void Run(WorkflowRun run) => run.Variables[_result] = run.Column(_row, _column);
}
