using System.CommandLine;
using CrmExtensions.Cli.Output;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Cli.CrossSell;

internal static class PairFitCommand
{
    public static Command Create()
    {
        Option<string> input = CheckedOption.OrderFile();
        Option<int> partners = CheckedOption.Whole("--partners", 20, 1, 1000);
        partners.Description = "Most partners kept of a product";
        Option<int> top = CheckedOption.Whole("--top", 10, 1, 1000);
        top.Description = "Most pairs printed";
        Option<string> output = new("--out")
        {
            Description = "Write the counts and partners of every product to this JSON file",
            HelpName = "FILE",
        };
        Option<bool> json = CrmxCommand.Json();
        Command command = new("fit", "Count the pairs of a file of orders.") { input, partners, top, output, json };
        command.SetAction(parsed =>
        {
            Terminal terminal = new(parsed.InvocationConfiguration);
            string orders = parsed.GetValue(input)!;
            string? path = PairModelFile.Checked(parsed.GetValue(output), orders);
            BasketFile file = BasketFile.Read(orders, terminal);
            CpuClock clock = new();
            PairOptions options = new() { Partners = parsed.GetValue(partners) };
            PairModel model = new(PairCounting.Count(file.Table, file.Table.All(), options));
            PairFitFigures figures = PairFitFigures.Of(file, model, parsed.GetValue(top), clock.Seconds);
            if (path is not null) PairModelFile.Write(path, file.Table, model);
            if (parsed.GetValue(json)) terminal.WriteJson(figures);
            else new CrossSellPrinter(terminal.Console).Print(figures);
            return ExitCode.Done;
        });
        return command;
    }
}
