using System.Globalization;

namespace CrmExtensions.Domain.Churn;

/// <summary>Grades of recency, frequency and value, 1 to 5, 5 being the best.</summary>
public sealed record RfmScore(int Recency, int Frequency, int Monetary)
{
    /// <summary>Three digits, such as 543.</summary>
    public string Code =>
        ((Recency * 100) + (Frequency * 10) + Monetary).ToString(CultureInfo.InvariantCulture);

    /// <summary>By recency and frequency alone; value has segments of its own.</summary>
    public RfmSegment Segment => Recency >= 4
        ? Frequency >= 4 ? RfmSegment.Champions : Frequency >= 2 ? RfmSegment.Promising : RfmSegment.Recent
        : Recency == 3
            ? Frequency >= 3 ? RfmSegment.Loyal : RfmSegment.NeedsAttention
            : Frequency >= 4 ? RfmSegment.CannotLose
                : Frequency == 3 ? RfmSegment.AtRisk : RfmSegment.Hibernating;
}
