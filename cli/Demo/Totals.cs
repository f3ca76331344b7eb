namespace CrmExtensions.Cli.Demo;

/// <summary>What must be the same in the orders given and in the environment afterwards.</summary>
/// <param name="Amount">Sum of the line totals.</param>
/// <param name="OrderAmount">Sum of the orders' own totals.</param>
/// <param name="Points">What the programme's rate gives for fulfilled orders of known customers, less
/// returns.</param>
internal sealed record Totals(
    long FulfilledOrders, long CancelledOrders, long Lines, decimal Amount, decimal OrderAmount, long Points)
{
    public long Orders => FulfilledOrders + CancelledOrders;
}
