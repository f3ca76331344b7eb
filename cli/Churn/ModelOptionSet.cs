using System.CommandLine;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Cli.Churn;

/// <summary>Which purchase model is fitted to which file, and how: the options of every `crmx churn` command.</summary>
internal sealed class ModelOptionSet
{
    private readonly Option<string> input = CheckedOption.OrderFile();
    private readonly Option<string> model = CheckedOption.OneOf("--model", "mbg", "bg");
    private readonly Option<int> k = CheckedOption.Whole("--k", 1, 1, 3);
    private readonly Option<string> estimator = CheckedOption.OneOf("--estimator", "map", "mle");
    private readonly Option<string> cells = CheckedOption.OneOf("--cells", "week", "day");

    public ModelOptionSet()
    {
        model.Description = "mbg: a customer may leave after every order; bg: not after the first";
        k.Description = "Regularity of gaps: 1 without memory, 2 or 3 regular";
        estimator.Description = "map: with a weak prior; mle: the likelihood alone";
        cells.Description = "Customers alike to the week or to the day are one cell";
    }

    public void AddTo(Command command)
    {
        command.Add(input);
        command.Add(model);
        command.Add(k);
        command.Add(estimator);
        command.Add(cells);
    }

    public string Input(ParseResult parsed) => parsed.GetValue(input)!;

    public CellWidth Width(ParseResult parsed) =>
        parsed.GetValue(cells) == "day" ? CellWidth.Day : CellWidth.Week;

    public FittedModel Fit(ParseResult parsed, PurchaseCells of) => PurchaseFit.Fit(
        of,
        parsed.GetValue(model) == "bg" ? PurchaseModelKind.Bg : PurchaseModelKind.Mbg,
        parsed.GetValue(k),
        parsed.GetValue(estimator) == "mle" ? Estimator.MaximumLikelihood : Estimator.Map);

    public string ModelName(ParseResult parsed) => parsed.GetValue(model)!;

    public int Regularity(ParseResult parsed) => parsed.GetValue(k);

    public string EstimatorName(ParseResult parsed) => parsed.GetValue(estimator)!;
}
