using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Xrm.Churn;

/// <summary>The signals of a day, and when they change by themselves.</summary>
internal sealed class ReadSignals
{
    public CustomerSignals Signals { get; init; } = CustomerSignals.None;

    /// <summary>First day on which an invoice that is open now will be overdue; null without one.</summary>
    public Day? OverdueOn { get; init; }
}
