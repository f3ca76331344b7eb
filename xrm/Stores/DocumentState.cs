namespace CrmExtensions.Xrm.Stores;

/// <summary>How far a quote, an order or an invoice has come, as far as redemptions care.</summary>
internal enum DocumentState
{
    Open = 0,

    /// <summary>Fulfilled, invoiced or paid: the points are used.</summary>
    Done = 1,

    /// <summary>Cancelled or lost: the points go back.</summary>
    Cancelled = 2,

    /// <summary>Closed to changes, and still waiting for what follows: an active or a won quote.</summary>
    Waiting = 3,
}
