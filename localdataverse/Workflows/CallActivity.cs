using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Plugins;

namespace Dataverse.Local.Workflows;

/// <summary>Runs a custom activity with variables and constants as inputs; its outputs become variables.</summary>
internal sealed class CallActivity : WorkflowAction
{
    private readonly string _type;
    private readonly Dictionary<string, WorkflowToken> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _outputs = new(StringComparer.Ordinal);

    public CallActivity(string type, IEnumerable<XElement> arguments)
    {
        _type = type;
        foreach (XElement argument in arguments)
        {
            string name = WorkflowXaml.Key(argument);
            if (argument.Name.LocalName == "OutArgument")
            {
                _outputs[name] = WorkflowToken.Variable(argument.Value);
            }
            else
            {
                _inputs[name] = WorkflowToken.Argument(argument.Value);
            }
        }
    }

    public override void Run(WorkflowRun run)
    {
        Dictionary<string, object> inputs = _inputs
            .Select(input => KeyValuePair.Create(input.Key, run.ValueOf(input.Value)))
            .Where(input => input.Value is not null)
            .ToDictionary(input => input.Key, input => input.Value!);
        IDictionary<string, object> outputs = ActivityRunner.Run(run.Operation, _type, inputs);
        foreach (KeyValuePair<string, string> output in _outputs)
        {
            run.Variables[output.Value] = outputs.TryGetValue(output.Key, out object? value) ? value : null;
        }
    }
}
