namespace Dataverse.Local.Sales;

/// <summary>
/// Where public sources do not say what Dynamics 365 does, both ways can be tried: a solution that is right works
/// with each of them.
/// </summary>
public sealed class SalesOptions
{
    /// <summary>
    /// FulfillSalesOrder and CancelSalesOrder set the order's state by an Update of salesorder (statecode) that runs
    /// its steps. Default true; false: the state changes silently, steps see only the Create of orderclose.
    /// </summary>
    public bool RaiseUpdateOnClose { get; init; } = true;

    /// <summary>
    /// The order close activity is created before the order's state changes. Default false: after it.
    /// </summary>
    public bool ActivityBeforeState { get; init; }
}
