using System;

namespace TestPlugins;

/// <summary>Custom API: Sum = A + B; with Text set, Sum is wrongly a text.</summary>
public sealed class AddNumbers : TestPlugin
{
    protected override void Run(PluginRun run)
    {
        int sum = (int)run.Context.InputParameters["A"] + (int)run.Context.InputParameters["B"];
        bool wrong = run.Context.InputParameters.Contains("Wrong") && (bool)run.Context.InputParameters["Wrong"];
        run.Context.OutputParameters["Sum"] = wrong ? (object)Convert.ToString(sum) : sum;
    }
}
