namespace Dataverse.Local.Sales;

/// <summary>Numbers are those of the choice roundingpolicycode.</summary>
internal enum RoundingPolicy
{
    None = 1,
    Up = 2,
    Down = 3,
    ToNearest = 4,
}
