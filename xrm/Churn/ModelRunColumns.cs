using System;
using System.Globalization;
using System.Linq;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;

namespace CrmExtensions.Xrm.Churn;

/// <summary>A finished model run as columns, so that an administrator sees what it rests on.</summary>
internal static class ModelRunColumns
{
    private const int Done = 1;

    public static ModelRunRow Of(StepRun run, ModelRun model, RfmTally spread)
    {
        Wording words = Wording.OfLanguageCode(ReaderLanguage.OfEnvironment(run.System));
        var row = new ModelRunRow
        {
            State = Done,
            IsActive = true,
            Gate = (int)model.Verdict,
            Why = VerdictText.Of(model.Verdict, words),
            Parameters = model.ToJson(),
            Customers = (int)Math.Min(int.MaxValue, model.Customers),
            Cells = model.Cells,
            LogLikelihood = Figure(model.LogLikelihood),
            Population = RfmThresholds.Quintiles(spread).ToJson(),
            Progress = null,
            TrainedOn = run.Now,
        };
        if (model.Backtest is { } test) Add(row, test);
        return row;
    }

    private static void Add(ModelRunRow row, HoldoutReport test)
    {
        row.TestCustomers = test.Customers;
        row.Auc = Figure(test.AucOfProbability);
        row.AucOfRecency = Figure(test.AucOfRecency);
        row.LogLoss = Figure(test.LogLoss);
        row.BaseLogLoss = Figure(test.BaseLogLoss);
        row.CalibrationError = Figure(test.CalibrationError);
        row.MeanAbsoluteError = Figure(test.MeanAbsoluteError);
        row.ExpectedOrders = Figure(test.ExpectedOrders, 2);
        row.ActualOrders = Figure(test.ActualOrders, 2);
        row.Deciles = "[" + string.Join(",", test.Bins.Select(TextOf)) + "]";
    }

    private static string TextOf(CalibrationBin bin) => string.Format(
        CultureInfo.InvariantCulture,
        "{{\"from\":{0:0.##},\"customers\":{1},\"promised\":{2:0.####},\"ordered\":{3:0.####}}}",
        bin.From, bin.Customers, bin.Promised, bin.Ordered);

    private static decimal Figure(double value, int decimals = 4) => Math.Round((decimal)value, decimals);
}
