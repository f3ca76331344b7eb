using System.CommandLine;

namespace CrmExtensions.Cli.CrossSell;

/// <summary>`crmx crosssell fit|rules|evaluate|recommend`: what is bought together, from a file of orders.</summary>
internal static class CrossSellCommand
{
    public static Command Create() =>
        new("crosssell", "Count, test and recommend what is bought together in a file of orders.")
        {
            PairFitCommand.Create(),
            RulesCommand.Create(),
            PairEvaluateCommand.Create(),
            RecommendCommand.Create(),
        };
}
