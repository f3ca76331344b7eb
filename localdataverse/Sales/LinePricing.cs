using System;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Sales;

/// <summary>
/// Prices one line. A product with its default price takes price and volume discount from the price list of the
/// header, unless prices are locked; with an overridden price, and for a write-in, what the caller says counts.
/// </summary>
internal static class LinePricing
{
    private static readonly ColumnSet QuantityDecimals = new("quantitydecimal");

    /// <summary>Writes what is computed into <paramref name="changes"/>.</summary>
    /// <param name="line">The line as it will be.</param>
    /// <param name="header">The document that it belongs to.</param>
    /// <param name="mayReadList">
    /// False: the price that the line has is kept (prices locked, nothing relevant changed).
    /// </param>
    public static void Price(Operation operation, Entity changes, Entity line, Entity header, bool mayReadList)
    {
        RefuseIncomplete(line);
        RefuseFractions(operation, line);
        PricingError error = PricingError.None;
        if (UsesList(line) && mayReadList)
        {
            ListPrice price = FromList(operation, line, header);
            error = price.Error;
            Set(changes, line, SalesColumns.Price, price.PerUnit);
            Set(changes, line, SalesColumns.VolumeDiscount, price.VolumeDiscount);
        }

        if (error == PricingError.None && !line.Attributes.ContainsKey(SalesColumns.Price))
        {
            error = PricingError.MissingUnitPrice;
        }

        if (error == PricingError.None && line.GetAttributeValue<decimal?>(SalesColumns.Quantity) is null)
        {
            error = PricingError.MissingQuantity;
        }

        int decimals = Currencies.DecimalsOf(operation, header);
        LineAmounts amounts = LineAmounts.Of(PricesOf(line), decimals);
        Set(changes, line, SalesColumns.BaseAmount, amounts.Base);
        Set(changes, line, SalesColumns.ExtendedAmount, amounts.Extended);
        changes[SalesColumns.PricingError] = line[SalesColumns.PricingError] = new OptionSetValue((int)error);
    }

    /// <summary>
    /// The price comes from the price list: a product of the catalogue whose price nobody has overridden.
    /// </summary>
    public static bool UsesList(Entity line) =>
        !line.IsTrue(SalesColumns.IsWriteIn) && !line.IsTrue(SalesColumns.IsPriceOverridden);

    private static void RefuseIncomplete(Entity line)
    {
        if (line.IsTrue(SalesColumns.IsWriteIn))
        {
            return;
        }

        if (line.Reference(SalesColumns.Product) is null)
        {
            throw SalesErrors.MissingProduct();
        }

        if (line.Reference(SalesColumns.Unit) is null)
        {
            throw SalesErrors.MissingUnit();
        }
    }

    /// <summary>A product says how many decimals its quantity may have; whole quantities need no look.</summary>
    private static void RefuseFractions(Operation operation, Entity line)
    {
        if (line.IsTrue(SalesColumns.IsWriteIn)
            || line.GetAttributeValue<decimal?>(SalesColumns.Quantity) is not decimal quantity
            || quantity == decimal.Truncate(quantity))
        {
            return;
        }

        Entity? product = operation.Session.Find(
            operation.Tables.Get("product"), line.Reference(SalesColumns.Product)!.Value, QuantityDecimals);
        if (product?.GetAttributeValue<int?>("quantitydecimal") is int decimals
            && decimal.Round(quantity, decimals) != quantity)
        {
            throw SalesErrors.QuantityDecimals();
        }
    }

    private static ListPrice FromList(Operation operation, Entity line, Entity header)
    {
        if (header.Reference(SalesColumns.PriceLevel) is not Guid level)
        {
            return ListPrice.Failed(PricingError.MissingPriceLevel);
        }

        return new PriceList(operation).Find(
            level,
            line.Reference(SalesColumns.Product)!.Value,
            line.Reference(SalesColumns.Unit)!.Value,
            line.GetAttributeValue<decimal?>(SalesColumns.Quantity) ?? 0m);
    }

    private static LinePrices PricesOf(Entity line) => new(
        line.GetAttributeValue<decimal?>(SalesColumns.Quantity) ?? 0m,
        line.Amount(SalesColumns.Price),
        line.Amount(SalesColumns.VolumeDiscount),
        line.Amount(SalesColumns.ManualDiscount),
        line.Amount(SalesColumns.Tax));

    private static void Set(Entity changes, Entity line, string column, decimal value)
    {
        Money money = new(value);
        changes[column] = money;
        line[column] = money;
    }
}
