using System.CommandLine;
using CrmExtensions.Cli.Output;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Cli.CrossSell;

internal static class RulesCommand
{
    public static Command Create()
    {
        Option<string> input = CheckedOption.OrderFile();
        Option<decimal> support = CheckedOption.Share("--support", 0.001m);
        support.Description = "Smallest share of the baskets that hold all products of a rule";
        Option<decimal> confidence = CheckedOption.Share("--confidence", 0.5m);
        confidence.Description = "Smallest share of the baskets with the one side that hold the other side too";
        Option<int> products = CheckedOption.Whole("--products", 10, 2, 20);
        products.Description = "Most products of a rule, both sides together";
        Option<int> top = CheckedOption.Whole("--top", 10, 1, 100_000);
        top.Description = "Most rules printed";
        Option<bool> json = CrmxCommand.Json();
        Command command = new("rules", "Find all rules \"who buys these also buys that\" of a file of orders.")
        {
            input, support, confidence, products, top, json,
        };
        command.SetAction(parsed =>
        {
            Terminal terminal = new(parsed.InvocationConfiguration);
            BasketFile file = BasketFile.Read(parsed.GetValue(input)!, terminal);
            RuleOptions options = new()
            {
                Support = parsed.GetValue(support),
                Confidence = parsed.GetValue(confidence),
                Products = parsed.GetValue(products),
            };
            CpuClock clock = new();
            MinedRules mined = RuleMining.Of(file.Table, file.Table.All(), options);
            double seconds = clock.Seconds;
            if (!mined.IsComplete) throw TooMany(options);
            RuleFigures figures = RuleFigures.Of(file, mined, parsed.GetValue(top), seconds);
            if (parsed.GetValue(json)) terminal.WriteJson(figures);
            else new CrossSellPrinter(terminal.Console).Print(figures);
            return ExitCode.Done;
        });
        return command;
    }

    private static CommandException TooMany(RuleOptions options) => new(
        $"More than {options.Sets:N0} sets of products stand in a share of {options.Support} of the baskets: "
        + "give a greater --support or a smaller --products.");
}
