namespace CrmExtensions.Domain.Churn;

/// <summary>The numbers are stored.</summary>
public enum ValueGrade
{
    A = 0,
    B = 1,
    C = 2,
}
