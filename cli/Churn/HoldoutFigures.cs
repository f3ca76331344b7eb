using System.Text.Json.Serialization;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Cli.Churn;

/// <summary>The back-test as JSON: the keys are the ones that docs/models/churn.md explains.</summary>
internal sealed record HoldoutFigures
{
    public int Customers { get; init; }

    public double ActualOrders { get; init; }

    public double ExpectedOrders { get; init; }

    public double Mae { get; init; }

    public double Rmse { get; init; }

    public double AucAny { get; init; }

    public double AucHiatus { get; init; }

    public double LogLoss { get; init; }

    public double BaseLogLoss { get; init; }

    public double Ece { get; init; }

    [JsonIgnore]
    public double? OrderValueError { get; init; }

    public static HoldoutFigures Of(HoldoutReport report) => new()
    {
        Customers = report.Customers,
        ActualOrders = report.ActualOrders,
        ExpectedOrders = report.ExpectedOrders,
        Mae = report.MeanAbsoluteError,
        Rmse = report.RootMeanSquareError,
        AucAny = report.AucOfProbability,
        AucHiatus = report.AucOfRecency,
        LogLoss = report.LogLoss,
        BaseLogLoss = report.BaseLogLoss,
        Ece = report.CalibrationError,
        OrderValueError = report.OrderValueError,
    };
}
