namespace Dataverse.Local.Sales;

/// <summary>
/// What the amounts of a line are computed from. The manual discount is for the line, the volume discount for one
/// unit.
/// </summary>
internal sealed record LinePrices(
    decimal Quantity, decimal PerUnit, decimal VolumeDiscount, decimal ManualDiscount, decimal Tax);
