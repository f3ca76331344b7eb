namespace CrmExtensions.Cli.Orders;

/// <summary>What a reader of orders accepts beyond the format itself.</summary>
internal sealed record OrderFileOptions
{
    public static OrderFileOptions Default { get; } = new();

    /// <summary>Longer lines are malformed; at least 64, default 4,096 bytes, line end not counted.</summary>
    public int LineBytes { get; init; } = 4096;

    /// <summary>Most decimals of an amount; default 4, what a Dataverse money column can hold at all.</summary>
    public int AmountDecimals { get; init; } = 4;

    /// <summary>
    /// Most decimals of a quantity; default 5, what the quantity of an order line in Dataverse holds.
    /// </summary>
    public int QuantityDecimals { get; init; } = 5;
}
