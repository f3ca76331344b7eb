using System.Text.Json.Serialization;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Cli.Churn;

/// <summary>What `crmx churn` prints of a fit; the names are the keys of its JSON.</summary>
internal record FitFigures
{
    public long Customers { get; init; }

    public required string Model { get; init; }

    public int K { get; init; }

    public required string Estimator { get; init; }

    /// <summary>`fitted`, or why there are no parameters.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<FitResult>))]
    public FitResult Result { get; init; }

    /// <summary>Null without a model.</summary>
    public ParameterFigures? Parameters { get; init; }

    public double? LogLikelihood { get; init; }

    public int Cells { get; init; }

    /// <summary>Of grouping the customers and of the search, all threads; reading the file is not in it.</summary>
    public double CpuSeconds { get; init; }

    [JsonIgnore]
    public bool IsFitted => Result == FitResult.Fitted;

    public static ParameterFigures? ParametersOf(FittedModel fitted) => fitted.Model is not { } model
        ? null
        : new ParameterFigures(model.Parameters.R, model.Parameters.Alpha, model.Parameters.A, model.Parameters.B);

    internal sealed record ParameterFigures(double R, double Alpha, double A, double B);
}
