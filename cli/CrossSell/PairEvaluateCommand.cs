using System.CommandLine;
using CrmExtensions.Cli.Output;

namespace CrmExtensions.Cli.CrossSell;

internal static class PairEvaluateCommand
{
    public static Command Create()
    {
        Option<string> input = CheckedOption.OrderFile();
        Option<string> protocol = CheckedOption.OneOf(
            "--protocol", "completion-rest", "completion-one", "next-all", "next-novel");
        protocol.HelpName = "NAME";
        protocol.Description = "completion-rest, completion-one: find a hidden product of a test basket, knowing the "
            + "rest of it or one; next-all, next-novel: foretell a customer's last basket, or what is new in it";
        Option<string> test = CheckedOption.OneOf("--test", "last20", "mod5");
        test.Description = "Test baskets of completion: the last fifth by date, or every fifth";
        Option<string> ranker = CheckedOption.OneOf("--ranker", "pairs", "popularity");
        ranker.Description = "What is tested";
        Option<int> partners = CheckedOption.Whole("--partners", 0, 0, 1000);
        partners.Description = "Most partners kept of a product; 0 keeps all";
        Option<bool> json = CrmxCommand.Json();
        Command command = new("evaluate", "Test the pairs on baskets that they were not counted from.")
        {
            input, protocol, test, ranker, partners, json,
        };
        command.SetAction(parsed =>
        {
            Terminal terminal = new(parsed.InvocationConfiguration);
            BasketFile file = BasketFile.Read(parsed.GetValue(input)!, terminal);
            PairEvaluation evaluation = new(file.Table)
            {
                Protocol = parsed.GetValue(protocol)!,
                EveryFifth = parsed.GetValue(test) == "mod5",
                Ranker = parsed.GetValue(ranker)!,
                Partners = parsed.GetValue(partners),
            };
            PairEvaluationFigures figures = terminal.WithProgress("Testing", _ => evaluation.Run());
            if (parsed.GetValue(json)) terminal.WriteJson(figures);
            else new CrossSellPrinter(terminal.Console).Print(figures);
            return ExitCode.Done;
        });
        return command;
    }
}
