using System;
using System.CommandLine;
using System.IO;
using CrmExtensions.Cli.Demo;
using CrmExtensions.Cli.Orders;
using CrmExtensions.Cli.Output;
using CrmExtensions.Cli.Simulation;
using Dataverse.Local;

namespace CrmExtensions.Cli;

/// <summary>
/// `crmx demo`: from an empty folder to two years of business in a local Dataverse, with the proof that it adds up.
/// </summary>
internal sealed class DemoCommand
{
    private readonly Option<string> orders = new("--orders")
    {
        Description = $"Load these orders instead of the sample business: CSV or gzip, {OrderFile.Header}",
        HelpName = "FILE",
    };

    private readonly Option<string> database = new("--db")
    {
        Description = "Keep the environment in this new file; without it, in memory",
        HelpName = "FILE",
    };

    private readonly Option<bool> noServe = new("--no-serve") { Description = "Stop after the report" };
    private readonly Option<int> port = ServeCommand.PortOption();
    private readonly Option<bool> json = CrmxCommand.Json();
    private readonly SampleOptionSet sample = new(endsToday: true);

    public static Command Create()
    {
        DemoCommand demo = new();
        Command command = new(
            "demo",
            "Pack the solution, import it into a local Dataverse and load two years of orders through the plugins.")
        {
            demo.orders, demo.database, demo.noServe, demo.port, demo.json,
        };
        demo.sample.AddTo(command);
        command.SetAction(demo.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Terminal terminal = new(parsed.InvocationConfiguration);
        Business business = Choose(parsed, terminal);
        OrderClock clock = new(business.From.AddDays(-1));
        using LocalDataverse environment = DemoEnvironment.Open(NewFile(parsed.GetValue(database)), clock);

        DemoReport report = new DemoRun(environment, clock, terminal).Execute(business);
        if (parsed.GetValue(json)) terminal.WriteJson(report);
        else new DemoReportPrinter(terminal.Console).Print(report);
        if (!report.IsGood) return ExitCode.Failed;
        if (!parsed.GetValue(noServe))
        {
            clock.Follow(TimeProvider.System);
            ServeCommand.Serve(environment, parsed.GetValue(port), parsed.InvocationConfiguration);
        }

        return ExitCode.Done;
    }

    private Business Choose(ParseResult parsed, Terminal terminal)
    {
        if (parsed.GetValue(orders) is not string path) return Business.Of(SampleSimulator.Run(sample.Read(parsed)));
        if (!sample.IsGiven(parsed)) return BusinessFile.Read(path, terminal);
        throw new UsageException(
            "--orders brings its own customers and dates; leave --seed, --until and --customers out.");
    }

    private static string? NewFile(string? path)
    {
        if (path is null || !File.Exists(path)) return path;
        throw new CommandException($"{path} exists; a demo starts with an empty environment, so give --db a new file.");
    }
}
