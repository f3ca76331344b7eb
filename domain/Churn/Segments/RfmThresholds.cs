using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>Limits of the grades: quintiles of the customers, or fixed ones that an administrator sets.</summary>
public sealed record RfmThresholds
{
    /// <summary>Days since the last order; fewer are better.</summary>
    public Steps Recency { get; init; } = new(30, 90, 180, 365);

    public Steps Frequency { get; init; } = new(1, 2, 4, 8);

    public Steps Monetary { get; init; } = new(50, 200, 1000, 5000);

    public static RfmThresholds Quintiles(RfmTally tally) => new()
    {
        Recency = Steps.Quintiles(tally.Recency),
        Frequency = Steps.Quintiles(tally.Frequency),
        Monetary = Steps.Quintiles(tally.Monetary),
    };

    public RfmScore ScoreOf(RfmMeasures customer) => new(
        Steps.Grades + 1 - Recency.GradeOf(customer.RecencyDays),
        Frequency.GradeOf(customer.Frequency),
        Monetary.GradeOf((double)customer.Monetary));

    /// <summary>Canonical JSON: four limits a measure.</summary>
    public string ToJson() => "{\"v\":1,\"r\":" + Recency + ",\"f\":" + Frequency + ",\"m\":" + Monetary + "}";

    /// <summary>Null for everything that <see cref="ToJson"/> would not write.</summary>
    public static RfmThresholds? Parse(string text)
    {
        var json = new JsonCursor(text);
        json.Expect("{\"v\":1,\"r\":");
        Steps? recency = Steps.Read(json);
        json.Expect(",\"f\":");
        Steps? frequency = Steps.Read(json);
        json.Expect(",\"m\":");
        Steps? monetary = Steps.Read(json);
        json.Expect("}");
        if (!json.IsAtEnd || recency is null || frequency is null || monetary is null) return null;
        var read = new RfmThresholds { Recency = recency, Frequency = frequency, Monetary = monetary };
        return string.Equals(read.ToJson(), text, StringComparison.Ordinal) ? read : null;
    }
}
