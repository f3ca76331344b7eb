using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;
using CrmExtensions.Cli.Output;
using CrmExtensions.Cli.Simulation;

namespace CrmExtensions.Cli;

/// <summary>`crmx sample`: the orders of the sample business as a file, and what was planted in them.</summary>
internal static class SampleCommand
{
    public static Command Create()
    {
        Option<string> output = new("--out") { Description = "Write the orders to this file", HelpName = "FILE" };
        Option<bool> truth = new("--truth") { Description = "Print what was planted as JSON instead of the orders" };
        SampleOptionSet sample = new();
        Command command = new("sample", "Print the orders of the sample business as CSV.") { output, truth };
        sample.AddTo(command);
        command.SetAction(parsed =>
        {
            SampleBusiness business = SampleSimulator.Run(sample.Read(parsed));
            TextWriter writer = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(truth)) new Terminal(parsed.InvocationConfiguration).WriteJson(Truth(business));
            else if (parsed.GetValue(output) is string path) WriteFile(business, path, writer);
            else SampleCsv.Write(business.Book, writer);
            return ExitCode.Done;
        });
        return command;
    }

    private static void WriteFile(SampleBusiness business, string path, TextWriter report)
    {
        try
        {
            using StreamWriter file = new(path, append: false, new UTF8Encoding(false));
            SampleCsv.Write(business.Book, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be written ({e.Message}); give --out another path.", e);
        }

        report.WriteLine($"{business.Book.Orders.Count} orders of {business.Customers.Count} customers in {path}");
    }

    private static object Truth(SampleBusiness business) => new
    {
        business.Options.Seed,
        business.Options.From,
        business.Options.Until,
        Customers = business.Customers.Select(customer => new
        {
            customer.Id,
            Segment = customer.Planted.Segment.ToString(),
            customer.Planted.RhythmDays,
            customer.Planted.TurnedOn,
            customer.Planted.SeasonMonth,
        }),
        Pairs = business.Catalog.Pairs,
    };
}
