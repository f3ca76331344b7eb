using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Workflows;

/// <summary>
/// EvaluateExpression with CreateCrmType: a constant of a named type. Its parts are the type, the value as text (a
/// variable for the id of a reference) and the type of the column that it would go to.
/// </summary>
internal sealed class MakeValue : WorkflowAction
{
    private readonly string _result;
    private readonly IReadOnlyList<WorkflowToken> _parts;

    public MakeValue(string result, IReadOnlyList<WorkflowToken> parts)
    {
        _result = result;
        _parts = parts;
    }

    public override void Run(WorkflowRun run)
    {
        string type = _parts[0].Text[(_parts[0].Text.LastIndexOf('.') + 1)..];
        string text = _parts.Count > 1 ? WebUtility.HtmlDecode(_parts[1].Text) : "";
        run.Variables[_result] = type == "EntityReference"
            ? new EntityReference(text, (Guid)run.ValueOf(_parts[3])!)
            : ValueOf(type, text);
    }

    private static object ValueOf(string type, string text) => type switch
    {
        "String" => text,
        "Integer" => int.Parse(text, CultureInfo.InvariantCulture),
        "Decimal" => decimal.Parse(text, CultureInfo.InvariantCulture),
        "Double" or "Float" => double.Parse(text, CultureInfo.InvariantCulture),
        "Money" => new Money(decimal.Parse(text, CultureInfo.InvariantCulture)),
        "Boolean" => text is "1" || bool.Parse(text),
        "OptionSetValue" => new OptionSetValue(int.Parse(text, CultureInfo.InvariantCulture)),
        "DateTime" => DateTime.Parse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        "Guid" => Guid.Parse(text),
        _ => throw Fault.NotSupported($"A workflow's constant of the type '{type}'"),
    };
}
