using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using CrmExtensions.Cli.Orders;

namespace CrmExtensions.Cli;

/// <summary>
/// One run of `crmx`: arguments in, exit code out; what goes wrong is one sentence on the error writer.
/// </summary>
internal static class CommandLine
{
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        // Figures and messages read the same on every machine, whatever its language.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

        ParseResult parsed = CrmxCommand.Create().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            error.WriteLine($"{Problem(parsed)} Run `{Path(parsed)} --help` for the usage.");
            return ExitCode.WrongUsage;
        }

        InvocationConfiguration configuration = new()
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return parsed.Invoke(configuration);
        }
        catch (Exception e)
        {
            // The text of a fault leaves out where it arose.
            error.WriteLine(parsed.GetValue(CrmxCommand.Verbose) ? $"{e}\n{e.StackTrace}" : Sentence(e));
            return e is UsageException ? ExitCode.WrongUsage : ExitCode.Failed;
        }
    }

    private static string Sentence(Exception e) => e switch
    {
        CommandException or OrderFileException => e.Message,
        _ => $"{e.Message} This was not expected ({e.GetType().Name}): "
            + "run again with --verbose and report what it prints.",
    };

    /// <summary>A word that no command knows says more than the command that is missing because of it.</summary>
    private static string Problem(ParseResult parsed) => parsed.UnmatchedTokens.Count > 0
        ? $"Unrecognized command or argument '{parsed.UnmatchedTokens[0]}'."
        : parsed.Errors[0].Message;

    /// <summary>The command as it was typed, such as `crmx solution pack`.</summary>
    private static string Path(ParseResult parsed)
    {
        string path = parsed.CommandResult.Command.Name;
        for (SymbolResult? at = parsed.CommandResult.Parent; at is not null; at = at.Parent)
        {
            if (at is CommandResult command) path = $"{command.Command.Name} {path}";
        }

        return path;
    }
}
