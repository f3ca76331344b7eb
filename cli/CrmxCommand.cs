using System.CommandLine;
using System.CommandLine.Help;
using CrmExtensions.Cli.Churn;
using CrmExtensions.Cli.CrossSell;
using CrmExtensions.Cli.Health;
using CrmExtensions.Cli.Loyalty;
using CrmExtensions.Cli.Solution;

namespace CrmExtensions.Cli;

/// <summary>The root of `crmx`: one line per command.</summary>
internal static class CrmxCommand
{
    public const string Name = "crmx";

    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Print the whole error, stack trace included, where something fails",
        Recursive = true,
    };

    /// <summary>For every command that prints figures.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print the figures as JSON" };

    /// <summary>A plain command: a RootCommand is named after the process, which may be `dotnet`.</summary>
    public static Command Create() =>
        new(Name, "CrmExtensions for Dynamics 365: loyalty points, churn flags, cross-sell recommendations.")
        {
            // The same width in every terminal and in the tests.
            new HelpOption { Action = new HelpAction { MaxWidth = 100 } },
            new VersionOption(),
            Verbose,
            ChurnCommand.Create(),
            CrossSellCommand.Create(),
            DemoCommand.Create(),
            FlowCommand.Create(),
            HealthCommand.Create(),
            LoyaltyCommand.Create(),
            SampleCommand.Create(),
            ServeCommand.Create(),
            SolutionCommand.Create(),
        };
}
