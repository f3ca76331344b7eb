namespace CrmExtensions.Domain.Churn;

/// <summary>What is known of a customer beside orders; counts are 0 or more.</summary>
public sealed record CustomerSignals
{
    public static readonly CustomerSignals None = new();

    /// <summary>Open cases of high priority, escalated ones not among them.</summary>
    public int HighPriorityCases { get; init; }

    public int Escalations { get; init; }

    /// <summary>Complaints that are not resolved.</summary>
    public int OpenComplaints { get; init; }

    /// <summary>The last answer to "would you recommend us", 0 to 10; null if never asked.</summary>
    public int? Nps { get; init; }

    /// <summary>Day of that answer; null counts as recent.</summary>
    public Day? NpsOn { get; init; }

    /// <summary>Invoices past their due day; zero or more.</summary>
    public int UnpaidInvoices { get; init; }

    /// <summary>Canonical JSON, only what is there.</summary>
    public string ToJson() => SignalsJson.Text(this);

    /// <summary>Null for everything that <see cref="ToJson"/> would not write.</summary>
    public static CustomerSignals? Parse(string text) => SignalsJson.Parse(text);
}
