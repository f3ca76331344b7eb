using System.Text.Json.Serialization;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Cli.Churn;

/// <summary>What `crmx churn score` prints once, above the customers.</summary>
internal sealed record ScoreHead
{
    public required string Until { get; init; }

    public int HorizonDays { get; init; }

    public long Customers { get; init; }

    /// <summary>Model, or rule where the gate refuses it.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<ScoreSource>))]
    public ScoreSource Source { get; init; }

    /// <summary>The gate's verdict as a sentence.</summary>
    public required string Why { get; init; }

    /// <summary>Null without a model.</summary>
    public FitFigures.ParameterFigures? Parameters { get; init; }

    /// <summary>Whether the own regularity of gaps counts: where it made the back-tests better.</summary>
    public bool HeedsRegularity { get; init; }

    /// <summary>Over the year before the day, in stretches of the horizon; null where none was possible.</summary>
    public HoldoutFigures? Backtest { get; init; }
}
