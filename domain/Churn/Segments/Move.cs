namespace CrmExtensions.Domain.Churn;

/// <summary>A customer that changes its group, by the id that the caller knows it by.</summary>
public sealed record Move<T>(string Customer, T Before, T After);
