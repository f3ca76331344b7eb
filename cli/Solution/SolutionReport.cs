using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrmExtensions.Cli.Solution;

/// <summary>
/// What a solution command says: lines that a build recognises as errors (<c>file : error CRMX: …</c>), or one JSON object.
/// </summary>
internal sealed class SolutionReport(TextWriter output, bool json)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly JsonObject _values = [];
    private readonly JsonArray _findings = [];

    public void Value(string name, string value)
    {
        _values[name] = value;
        Line(value);
    }

    public void Number(string name, int value, string words)
    {
        _values[name] = value;
        Line($"{value} {words}");
    }

    public void Findings(IEnumerable<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            Add(finding.Place, finding.Problem, finding.Remedy);
            Line($"{finding.Place} : error CRMX: {finding.Problem}. {finding.Remedy}.");
        }
    }

    public void Error(string message)
    {
        Add("", message, "");
        Line($"crmx : error CRMX: {message}");
    }

    public void Finish(bool done)
    {
        if (json)
        {
            _values["done"] = done;
            _values["findings"] = _findings;
            output.WriteLine(_values.ToJsonString(Indented));
        }
    }

    private void Add(string place, string problem, string remedy) =>
        _findings.Add((JsonNode)new JsonObject { ["place"] = place, ["problem"] = problem, ["remedy"] = remedy });

    private void Line(string text)
    {
        if (!json)
        {
            output.WriteLine(text);
        }
    }
}
