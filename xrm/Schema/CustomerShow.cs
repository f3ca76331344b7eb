using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Schema;

/// <summary>The columns of a customer that show its points.</summary>
internal static class CustomerShow
{
    public static string[] Columns() => new[]
    {
        Customer.Columns.PointsBalance, Customer.Columns.PendingPoints, Customer.Columns.LoyaltyTier,
        Customer.Columns.NextExpiryOn, Customer.Columns.NextExpiryPoints,
    };

    /// <summary>Empty, for a customer without members.</summary>
    public static Entity Emptied(EntityReference customer)
    {
        var row = new Entity(customer.LogicalName, customer.Id);
        foreach (string column in Columns()) row[column] = null;
        return row;
    }
}
