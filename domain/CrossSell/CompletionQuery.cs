namespace CrmExtensions.Domain.CrossSell;

/// <summary>What of a test basket is shown when a hidden product of it is to be found.</summary>
public enum CompletionQuery
{
    /// <summary>All other products: an order that is being written.</summary>
    Rest = 0,

    /// <summary>One other product: the page of an item.</summary>
    One = 1,
}
