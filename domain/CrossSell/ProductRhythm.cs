namespace CrmExtensions.Domain.CrossSell;

/// <param name="FirstOn">Day of the first purchase.</param>
/// <param name="Weight">Purchases, faded up to the customer's last order.</param>
public sealed record ProductRhythm(PurchaseRhythm Rhythm, Day FirstOn, double Weight);
