using System.CommandLine;

namespace CrmExtensions.Cli.CrossSell;

/// <summary>`crmx crosssell fit|evaluate|recommend`: what is bought together, from a file of orders.</summary>
internal static class CrossSellCommand
{
    public static Command Create() =>
        new("crosssell", "Count, test and recommend what is bought together in a file of orders.")
        {
            PairFitCommand.Create(),
            PairEvaluateCommand.Create(),
            RecommendCommand.Create(),
        };

    public static Option<string> Input() => new("--input")
    {
        Description = "CSV of orders, plain or gzip",
        HelpName = "FILE",
        Required = true,
    };
}
