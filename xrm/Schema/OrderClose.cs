using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>The activity that closes an order; fulfilling and cancelling both write one.</summary>
[EntityLogicalName(Table)]
internal sealed class OrderClose : Entity
{
    public const string Table = "orderclose";

    /// <summary>
    /// Shared variable: in the same transaction the order's own update was an event, and its steps have seen it.
    /// </summary>
    public const string UpdateWasFollowed = "crmx_updatewasfollowed";

    public OrderClose()
        : base(Table)
    {
    }

    public EntityReference? OrderId => GetAttributeValue<EntityReference>(Columns.OrderId);

    public static class Columns
    {
        public const string OrderId = "salesorderid";
    }
}
