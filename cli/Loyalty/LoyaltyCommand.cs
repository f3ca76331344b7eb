using System;
using System.CommandLine;
using CrmExtensions.Cli.Orders;
using CrmExtensions.Cli.Output;

namespace CrmExtensions.Cli.Loyalty;

/// <summary>`crmx loyalty simulate`: a draft programme over one's own order history, before it goes live.</summary>
internal static class LoyaltyCommand
{
    public static Command Create() => new("loyalty", "Try loyalty programmes before they go live.") { Simulate() };

    private static Command Simulate()
    {
        Option<string> program = new("--program")
        {
            Description = "The draft programme as JSON, see docs/simulate.md", HelpName = "FILE", Required = true,
        };
        Option<string> orders = CheckedOption.OrderFile();
        Option<int> redeem = CheckedOption.Whole("--redeem-percent", 50, 0, 100);
        redeem.Description = "Share of the available points that customers spend at each order";
        Option<int> top = CheckedOption.Whole("--top", 10, 0, 1000);
        top.Description = "How many of the customers with the most points to list";
        Option<bool> json = CrmxCommand.Json();
        Command command = new("simulate", "Replay a draft programme over an order history.")
        {
            program, orders, redeem, top, json,
        };
        command.SetAction(parsed =>
        {
            SimulationOptions options = new()
            {
                RedeemPercent = parsed.GetValue(redeem), Top = parsed.GetValue(top),
            };
            Terminal terminal = new(parsed.InvocationConfiguration);
            ProductIds products = new();
            DraftProgramme draft = ProgrammeFile.Read(parsed.GetRequiredValue(program), products);
            using OrderFile file = OrderFile.Open(parsed.GetRequiredValue(orders));
            SimulationReport report = terminal.WithProgress(
                "Replaying", done => Run(draft, products, file, options, done));
            file.Malformed.Tell(terminal);
            if (parsed.GetValue(json)) terminal.WriteJson(report);
            else new SimulationPrinter(terminal.Console).Print(report);
            return ExitCode.Done;
        });
        return command;
    }

    // Reading takes about a third of the time.
    private static SimulationReport Run(
        DraftProgramme draft, ProductIds products, OrderFile file, SimulationOptions options, Action<double> progress)
    {
        OrderBook book = OrderBook.Group(file.Read(done => progress(done / 3)), file.Malformed);
        LoyaltySimulation run = new(draft, products, options);
        run.Run(book, done => progress((1 + (2 * done)) / 3));
        return new SimulationSummary(draft, run, options).Of(book, file.Malformed.Count);
    }
}
