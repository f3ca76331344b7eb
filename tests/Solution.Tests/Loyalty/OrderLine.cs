namespace CrmExtensions.Solution.Tests.Loyalty;

/// <summary>A write-in line; the platform computes every amount that follows from it.</summary>
internal sealed record OrderLine(decimal Price, decimal Quantity = 1, decimal Tax = 0, decimal Discount = 0);
