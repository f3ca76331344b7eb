namespace CrmExtensions.Domain.Churn;

/// <summary>
/// What speaks for or against a risk. The values that go with a code are named here; the words stand in
/// <see cref="ReasonText"/>. The numbers are stored.
/// </summary>
public enum ReasonCode
{
    /// <summary>Value: days since the last order; own past: mean gap; segment: its mean days since then.</summary>
    Silence = 0,

    /// <summary>Value: order days of the last 12 months; own past: a year before them; segment: a year.</summary>
    Frequency = 1,

    /// <summary>Value: days since the only order; segment: days after which others order again.</summary>
    OneOrder = 2,

    /// <summary>Segment: share of customers with a second order, 0 to 1.</summary>
    SecondOrders = 3,

    /// <summary>First and last month of the own season; on: from when silence will be judged.</summary>
    Season = 4,

    /// <summary>Value: open cases of high priority.</summary>
    HighPriorityCases = 5,

    /// <summary>Value: escalated cases.</summary>
    Escalations = 6,

    /// <summary>Value: complaints that are not resolved.</summary>
    OpenComplaints = 7,

    /// <summary>Value: the last answer, 0 to 6.</summary>
    LowNps = 8,

    /// <summary>Value: the last answer, 9 or 10.</summary>
    HighNps = 9,

    /// <summary>Value: overdue invoices.</summary>
    UnpaidInvoices = 10,

    /// <summary>Somebody disagreed; on: last day; words: why.</summary>
    Overridden = 11,

    /// <summary>Value: days for which the orders are known; segment: the buying cycle.</summary>
    ShortWindow = 12,

    /// <summary>Value: days since the first order; segment: days after which others order again.</summary>
    FirstInterval = 13,
}
