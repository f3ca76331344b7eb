using System.CommandLine;
using System.Linq;
using CrmExtensions.Cli.Flow;
using CrmExtensions.Cli.Output;

namespace CrmExtensions.Cli;

/// <summary>`crmx flow salesorder.Update`: what one event sets off, printed from a real run.</summary>
internal static class FlowCommand
{
    public static Command Create()
    {
        Argument<string?> name = new("event")
        {
            Description = "Table and message, such as salesorder.Update; without it, the whole run",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> json = new("--json") { Description = "Print the tree as JSON" };
        Command command = new(
            "flow", "Fulfil an order in a local Dataverse and print what an event of that run sets off.")
        {
            name, json,
        };
        command.SetAction(parsed =>
        {
            Terminal terminal = new(parsed.InvocationConfiguration);
            FlowTree tree = FlowTree.Of(OrderScenario.Run());
            FlowNode[] found = parsed.GetValue(name) is string wanted ? Find(tree, wanted) : [.. tree.Roots];
            if (parsed.GetValue(json)) terminal.WriteJson(found);
            else parsed.InvocationConfiguration.Output.Write(FlowTree.Text(found));
            return ExitCode.Done;
        });
        return command;
    }

    private static FlowNode[] Find(FlowTree tree, string wanted)
    {
        FlowNode[] found = [.. tree.Find(wanted)];
        if (found.Length > 0) return found;
        throw new CommandException($"Nothing in this run is {wanted}; it has {string.Join(", ", tree.Events())}.");
    }
}
