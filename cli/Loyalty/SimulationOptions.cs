namespace CrmExtensions.Cli.Loyalty;

/// <summary>What a replay has to assume, because an order history does not say it.</summary>
internal sealed record SimulationOptions
{
    /// <summary>Share of the available points that a customer spends at each order, in per cent; 0 to 100.</summary>
    public int RedeemPercent { get; init; } = 50;

    /// <summary>Customers in the list of those with the most points.</summary>
    public int Top { get; init; } = 10;
}
