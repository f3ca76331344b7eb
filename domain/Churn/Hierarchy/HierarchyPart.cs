namespace CrmExtensions.Domain.Churn;

/// <summary>One customer of an account's group: itself, a contact of it, or a subsidiary.</summary>
public sealed record HierarchyPart
{
    public CustomerStatistics Statistics { get; init; } = CustomerStatistics.Empty;

    public CustomerAssessment Assessment { get; init; } = new();
}
