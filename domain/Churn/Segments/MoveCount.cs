namespace CrmExtensions.Domain.Churn;

/// <summary>How many customers go from one group to another, or stay.</summary>
public sealed record MoveCount<T>(T Before, T After, int Customers);
