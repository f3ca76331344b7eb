namespace CrmExtensions.Domain.CrossSell;

/// <summary>What counts as bought together. The windows are counted apart and never mixed.</summary>
public enum BasketWindow
{
    SameOrder = 0,

    /// <summary>What a customer bought up to and in an order, within the days of the setting.</summary>
    WithinDays = 1,

    /// <summary>Product families of one order.</summary>
    Categories = 2,
}
