using System;
using System.CommandLine;
using CrmExtensions.Cli.Output;

namespace CrmExtensions.Cli.CrossSell;

internal static class RecommendCommand
{
    public static Command Create()
    {
        Option<string> input = CheckedOption.OrderFile();
        Option<string?> customer = new("--customer")
        {
            Description = "Suggest to this customer of the file",
            HelpName = "ID",
        };
        Option<string?> basket = new("--basket")
        {
            Description = "Suggest what goes with these products, separated by commas",
            HelpName = "P1,P2",
        };
        Option<int> top = CheckedOption.Whole("--top", 5, 1, 100);
        top.Description = "Most suggestions of a list";
        Option<bool> json = CrmxCommand.Json();
        Command command = new("recommend", "Suggest products to a customer or for a basket, with reasons.")
        {
            input, customer, basket, top, json,
        };
        command.SetAction(parsed =>
        {
            string[] products = parsed.GetValue(basket)?.Split(
                ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
            string? id = parsed.GetValue(customer);
            if (id is null && products.Length == 0)
                throw new UsageException("Name whom or what to recommend for: --customer ID, --basket P1,P2, or both.");
            Terminal terminal = new(parsed.InvocationConfiguration);
            BasketFile file = BasketFile.Read(parsed.GetValue(input)!, terminal);
            Recommendation recommendation = new(file.Table, parsed.GetValue(top));
            RecommendFigures figures = terminal.WithProgress("Counting pairs", _ => recommendation.For(id, products));
            if (parsed.GetValue(json)) terminal.WriteJson(figures);
            else new CrossSellPrinter(terminal.Console).Print(figures);
            return ExitCode.Done;
        });
        return command;
    }
}
