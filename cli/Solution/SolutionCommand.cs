using System;
using System.CommandLine;
using System.IO;

namespace CrmExtensions.Cli.Solution;

/// <summary><c>crmx solution write|check|pack|id</c>.</summary>
internal static class SolutionCommand
{
    public static Command Create()
    {
        var command = new Command("solution", "Derive, check and pack the managed solution.");
        command.Subcommands.Add(WriteCommand());
        command.Subcommands.Add(CheckCommand());
        command.Subcommands.Add(PackCommand());
        command.Subcommands.Add(IdCommand());
        return command;
    }

    private static Command WriteCommand()
    {
        var command = new Command(
            "write", "Derive assemblies, steps and custom APIs from the attributes into the source.");
        var inputs = new SolutionInputOptions(command);
        command.SetAction(parsed => Run(parsed, inputs, (input, report) => SolutionWriting.Run(input, report)));
        return command;
    }

    private static Command CheckCommand()
    {
        var command = new Command("check", "Compare the source with the attributes and cross-check every component.");
        var inputs = new SolutionInputOptions(command);
        command.SetAction(parsed => Run(parsed, inputs, (input, report) => SolutionChecking.Run(input, report)));
        return command;
    }

    private static Command PackCommand()
    {
        var output = new Option<DirectoryInfo?>("--output")
        {
            Description = "Folder for both zips; default: artifacts in the repository.",
        };
        var managedFile = new Option<FileInfo?>("--managed-file")
        {
            Description = "Write the managed zip only, to this file.",
        };
        var command = new Command("pack", "Pack the managed and the unmanaged zip, reproducible byte for byte.");
        command.Options.Add(output);
        command.Options.Add(managedFile);
        var inputs = new SolutionInputOptions(command);
        command.SetAction(parsed => Run(parsed, inputs, (input, report) => SolutionPacking.Run(
            input, report, parsed.GetValue(output), parsed.GetValue(managedFile))));
        return command;
    }

    private static Command IdCommand()
    {
        var kind = new Argument<ComponentKind>("kind")
        {
            Description = $"One of {string.Join(", ", Enum.GetNames<ComponentKind>()).ToLowerInvariant()}.",
            HelpName = "kind",
        };
        var name = new Argument<string>("name")
        {
            Description = "Its name, in the form that solution/README.md gives.",
        };
        var command = new Command("id", "Print the id of a component, computed from its name.");
        command.Arguments.Add(kind);
        command.Arguments.Add(name);
        var inputs = new SolutionInputOptions(command);
        command.SetAction(parsed => Run(parsed, inputs, (input, report) =>
        {
            Guid id = input.Ids().Of(parsed.GetValue(kind), parsed.GetValue(name)!);
            report.Value("id", id.ToString());
            return true;
        }));
        return command;
    }

    private static int Run(
        ParseResult parsed, SolutionInputOptions options, Func<SolutionInput, SolutionReport, bool> work)
    {
        SolutionReport report = new(parsed.InvocationConfiguration, parsed.GetValue(options.Json));
        bool done = work(options.Read(parsed), report);
        report.Finish(done);
        return done ? ExitCode.Done : ExitCode.Failed;
    }
}
