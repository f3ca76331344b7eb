namespace CrmExtensions.Domain.Loyalty;

/// <summary>The one event at which a programme pays points, so that an order and its invoice never both earn.</summary>
public enum Milestone
{
    OrderFulfilled = 0,
    InvoicePaid = 1,
}
