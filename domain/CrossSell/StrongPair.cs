namespace CrmExtensions.Domain.CrossSell;

/// <summary>Two products by their numbers.</summary>
public sealed record StrongPair(int One, int Other, PairEvidence Evidence);
