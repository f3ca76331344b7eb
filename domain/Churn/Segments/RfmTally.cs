using System;
using System.Text;

namespace CrmExtensions.Domain.Churn;

/// <summary>How recency, frequency and value are spread; tallies of slices add up to the tally of the whole.</summary>
public sealed class RfmTally
{
    public LogHistogram Recency { get; private init; } = new(LogScale.Days);

    public LogHistogram Frequency { get; private init; } = new(LogScale.Orders);

    public LogHistogram Monetary { get; private init; } = new(LogScale.Money);

    public void Add(RfmMeasures customer)
    {
        Recency.Add(customer.RecencyDays);
        Frequency.Add(customer.Frequency);
        Monetary.Add((double)customer.Monetary);
    }

    public void Add(RfmTally other)
    {
        Recency.Add(other.Recency);
        Frequency.Add(other.Frequency);
        Monetary.Add(other.Monetary);
    }

    /// <summary>Canonical JSON: three lists of counts.</summary>
    public string ToJson() => new StringBuilder("{\"v\":1,\"r\":").Append(HistogramJson.Text(Recency))
        .Append(",\"f\":").Append(HistogramJson.Text(Frequency))
        .Append(",\"m\":").Append(HistogramJson.Text(Monetary)).Append('}').ToString();

    /// <summary>Null for everything that <see cref="ToJson"/> would not write.</summary>
    public static RfmTally? Parse(string text)
    {
        var json = new JsonCursor(text);
        json.Expect("{\"v\":1,\"r\":");
        LogHistogram? recency = HistogramJson.Read(json, LogScale.Days);
        json.Expect(",\"f\":");
        LogHistogram? frequency = HistogramJson.Read(json, LogScale.Orders);
        json.Expect(",\"m\":");
        LogHistogram? monetary = HistogramJson.Read(json, LogScale.Money);
        json.Expect("}");
        if (!json.IsAtEnd || recency is null || frequency is null || monetary is null) return null;
        var tally = new RfmTally { Recency = recency, Frequency = frequency, Monetary = monetary };
        return string.Equals(tally.ToJson(), text, StringComparison.Ordinal) ? tally : null;
    }
}
