namespace CrmExtensions.Domain.Churn;

/// <summary>
/// One document of a customer: its day in the programme's zone and its net amount in base currency. Above 0 it is a
/// purchase; 0 or below it is a return, which takes value away but is no order. What was cancelled is left out.
/// </summary>
public sealed record OrderFact(Day On, decimal Net)
{
    public bool IsPurchase => Net > 0;
}
