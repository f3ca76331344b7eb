using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// A trained model with all that has to be known to use it and to judge it: the window it saw, its back-test, the
/// verdict of the gate and the means of its customers. Never changed afterwards; a new training is a new run.
/// </summary>
public sealed record ModelRun
{
    /// <summary>First order day of the window.</summary>
    public Day WindowStart { get; init; }

    /// <summary>Last day that the fit has seen.</summary>
    public Day WindowEnd { get; init; }

    public FitResult Result { get; init; }

    /// <summary>Null unless fitted.</summary>
    public PurchaseModel? Model { get; init; }

    /// <summary>See <see cref="RiskModel"/>; only where it made the back-tests better.</summary>
    public bool HeedsRegularity { get; init; }

    public Estimator Estimator { get; init; }

    public long Customers { get; init; }

    public int Cells { get; init; }

    public double LogLikelihood { get; init; }

    /// <summary>Days after each cut-off on which the model was tested; 0 without a back-test.</summary>
    public int BacktestDays { get; init; }

    /// <summary>Of all cut-offs together, so a customer counts once for each; null where none was possible.</summary>
    public HoldoutReport? Backtest { get; init; }

    /// <summary>Whether its probabilities may be shown.</summary>
    public GateVerdict Verdict { get; init; } = GateVerdict.ModelNotFitted;

    public PopulationMeans Means { get; init; } = new();

    public int WindowDays => WindowEnd.DaysSince(WindowStart);

    /// <summary>What the back-test says of customers with such a probability; null where it says nothing, and then
    /// nothing may be shown.</summary>
    public ShownProbability? Shown(double probability) =>
        Backtest is null ? null : ShownProbability.Of(probability, Backtest.Bins);

    /// <summary>Actual orders of the back-test by expected ones; 1 without.</summary>
    public double ActualByExpected =>
        Backtest is { ExpectedOrders: > 0, ActualOrders: > 0 } test ? test.ActualOrders / test.ExpectedOrders : 1;

    /// <summary>Whether any probability at all may be shown.</summary>
    public bool CoversAny => Backtest is { } test && test.Bins.Any(bin => bin.Customers >= ShownProbability.Fewest);

    public static ModelRun Of(FittedModel fitted, Day start, Day end, PopulationMeans means) => new()
    {
        WindowStart = start,
        WindowEnd = end,
        Result = fitted.Result,
        Model = fitted.Model,
        Estimator = fitted.Estimator,
        Customers = fitted.Customers,
        Cells = fitted.Cells,
        LogLikelihood = fitted.LogLikelihood,
        Verdict = Gate.Judge(fitted, null),
        Means = means,
    };

    /// <summary>The same run with its back-test, and the gate's verdict on it.</summary>
    /// <param name="backtest">Of a model that was fitted at the cut-off; null where none could be.</param>
    /// <param name="days">Length of the days after the cut-off.</param>
    public ModelRun Tested(HoldoutReport? backtest, int days) => this with
    {
        Backtest = backtest,
        BacktestDays = backtest is null ? 0 : days,
        Verdict = Gate.Judge(new FittedModel { Result = Result, Model = Model }, backtest),
    };

    /// <summary>Canonical JSON; numbers with 15 digits, so that reading and writing gives the same text.</summary>
    public string ToJson() => ModelRunJson.Text(this);

    /// <summary>Null for everything that <see cref="ToJson"/> would not write.</summary>
    public static ModelRun? Parse(string text) => ModelRunJson.Parse(text);
}
