namespace CrmExtensions.Domain.Churn;

/// <summary>State and level together: the group that a customer is in.</summary>
public sealed record RiskStanding(CustomerState State, RiskLevel Level)
{
    public static RiskStanding Of(CustomerAssessment assessment) => new(assessment.State, assessment.Level);
}
