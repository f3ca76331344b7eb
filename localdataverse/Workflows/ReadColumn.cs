using System;
using System.Linq;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Workflows;

/// <summary>
/// GetEntityProperty: a column of the workflow's row, or of a row that one of its lookups names. The row's own id,
/// asked for as a reference, is the row.
/// </summary>
internal sealed class ReadColumn : WorkflowAction
{
    private readonly string _result;
    private readonly string _column;
    private readonly string _row;
    private readonly string _table;
    private readonly bool _asReference;

    public ReadColumn(XElement element)
    {
        _result = WorkflowToken.Variable((string?)element.Attribute("Value") ?? "");
        _column = (string?)element.Attribute("Attribute") ?? "";
        _row = WorkflowToken.Quoted((string?)element.Attribute("Entity") ?? "");
        _table = (string?)element.Attribute("EntityName") ?? "";
        _asReference = element.Descendants()
            .Where(type => type.Name.LocalName == "ReferenceLiteral")
            .Any(type => ((string?)type.Attribute("Value") ?? "").EndsWith(
                ":EntityReference", StringComparison.Ordinal));
    }

    public override void Run(WorkflowRun run)
    {
        object? value = run.Column(_row, _column);
        run.Variables[_result] = _asReference && value is Guid id ? new EntityReference(_table, id) : value;
    }
}
