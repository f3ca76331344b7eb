using System.Collections.Generic;
using System.CommandLine;
using System.Text.Json.Nodes;
using CrmExtensions.Cli.Output;

namespace CrmExtensions.Cli.Solution;

/// <summary>
/// What a solution command says: lines that a build recognises as errors (<c>file : error CRMX: ...</c>), or one JSON
/// object at the end.
/// </summary>
internal sealed class SolutionReport(InvocationConfiguration configuration, bool json)
{
    private readonly JsonObject values = [];
    private readonly JsonArray findings = [];

    public void Value(string name, string value)
    {
        values[name] = value;
        Line(value);
    }

    public void Number(string name, int value, string words)
    {
        values[name] = value;
        Line($"{value} {words}");
    }

    public void Findings(IEnumerable<Finding> found)
    {
        foreach (Finding finding in found)
        {
            JsonNode node = new JsonObject
            {
                ["place"] = finding.Place,
                ["problem"] = finding.Problem,
                ["remedy"] = finding.Remedy,
            };
            findings.Add(node);
            Line($"{finding.Place} : error CRMX: {finding.Problem}. {finding.Remedy}.");
        }
    }

    public void Finish(bool done)
    {
        if (!json) return;
        values["done"] = done;
        values["findings"] = findings;
        new Terminal(configuration).WriteJson(values);
    }

    private void Line(string text)
    {
        if (!json) configuration.Output.WriteLine(text);
    }
}
