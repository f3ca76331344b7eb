using System;

namespace CrmExtensions.Cli.Orders;

/// <summary>One row of a CSV of orders.</summary>
/// <param name="Number">Line of the file, counted from 1, header included; 0 where the line comes from no file.</param>
/// <param name="CustomerId">Empty where the seller does not know the customer.</param>
/// <param name="OrderedOn">UTC; midnight where the file states a day only.</param>
/// <param name="Quantity">Zero and negative values are kept: returns and adjustments are facts too.</param>
/// <param name="Amount">Total of the line, not the price of a unit.</param>
internal readonly record struct OrderLine(
    int Number,
    string OrderId,
    string CustomerId,
    DateTime OrderedOn,
    string ProductId,
    decimal Quantity,
    decimal Amount);
