namespace CrmExtensions.Domain.Churn;

/// <summary>Advice for people, never a reason to treat a customer worse. The numbers are stored.</summary>
public enum RiskLevel
{
    /// <summary>No level is said: the customer's state is not <see cref="CustomerState.Active"/>.</summary>
    None = 0,
    Low = 1,
    Medium = 2,
    High = 3,
}
