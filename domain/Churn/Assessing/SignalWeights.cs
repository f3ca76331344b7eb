namespace CrmExtensions.Domain.Churn;

/// <summary>
/// How much each signal shifts the odds of an order: logarithms, so 0.4 divides the odds by about 1.5. They are
/// settings that anybody may see, not fitted figures; each lies between 0 and 1, and their sum within the bound.
/// </summary>
public sealed record SignalWeights
{
    /// <summary>More cases, complaints or invoices than these weigh no more.</summary>
    public const int MostCounted = 3;

    /// <summary>Largest shift that can be set as a bound.</summary>
    public const double Largest = 3;

    /// <summary>Each open case of high priority; default 0.3.</summary>
    public double HighPriorityCase { get; init; } = 0.3;

    /// <summary>Each escalated case; default 0.4.</summary>
    public double Escalation { get; init; } = 0.4;

    /// <summary>Each complaint that is not resolved; default 0.3.</summary>
    public double Complaint { get; init; } = 0.3;

    /// <summary>A last NPS of 0 to 6; default 0.4.</summary>
    public double LowNps { get; init; } = 0.4;

    /// <summary>A last NPS of 9 or 10, in the customer's favour; default 0.2.</summary>
    public double HighNps { get; init; } = 0.2;

    /// <summary>Each invoice that is overdue; default 0.2.</summary>
    public double UnpaidInvoice { get; init; } = 0.2;

    /// <summary>All signals together shift no further, in either direction; default 1.5.</summary>
    public double Bound { get; init; } = 1.5;

    /// <summary>An answer older than so many days says nothing any more; default 365.</summary>
    public int NpsDays { get; init; } = 365;

    public bool AreBounded => IsWeight(HighPriorityCase) && IsWeight(Escalation) && IsWeight(Complaint)
        && IsWeight(LowNps) && IsWeight(HighNps) && IsWeight(UnpaidInvoice)
        && Bound >= 0 && Bound <= Largest && NpsDays > 0;

    private static bool IsWeight(double weight) => weight is >= 0 and <= 1;
}
