using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Sales;

/// <summary>Reads price list items: the price of a product and unit, and the volume discount for a quantity.</summary>
internal sealed class PriceList
{
    private static readonly ColumnSet ItemColumns =
        new(
        "amount", "percentage", "pricingmethodcode", "roundingpolicycode", "roundingoptioncode",
        "roundingoptionamount", "discounttypeid");

    private static readonly AlternateKey ItemKey =
        new("price", ["pricelevelid", SalesColumns.Product, SalesColumns.Unit]);

    private static readonly string[] DiscountColumns = ["lowquantity", "highquantity", "percentage", "amount"];

    /// <summary>Value of roundingoptioncode; the other one is "ends in".</summary>
    private const int MultipleOf = 2;

    private readonly Operation _operation;

    public PriceList(Operation operation) => _operation = operation;

    public ListPrice Find(Guid priceLevel, Guid product, Guid unit, decimal quantity)
    {
        if (!IsActive(priceLevel))
        {
            return ListPrice.Failed(PricingError.InactivePriceLevel);
        }

        if (Item(priceLevel, product, unit) is not Entity item)
        {
            return ListPrice.Failed(PricingError.ProductNotInPriceLevel);
        }

        ListPrice price = PriceOf(item, product);
        return price.Error == PricingError.None ? Discounted(price, item, quantity) : price;
    }

    /// <summary>A price list has one item for a product and unit: it is found like a row by its key.</summary>
    private Entity? Item(Guid priceLevel, Guid product, Guid unit)
    {
        Table table = _operation.Tables.Get("productpricelevel");
        KeyAttributeCollection values = new()
        {
            ["pricelevelid"] = new EntityReference("pricelevel", priceLevel),
            [SalesColumns.Product] = new EntityReference("product", product),
            [SalesColumns.Unit] = new EntityReference("uom", unit),
        };
        return _operation.Session.FindByKey(table, ItemKey, values) is Guid id
            ? _operation.Session.Find(table, id, ItemColumns)
            : null;
    }

    /// <summary>Asked once for all lines of a request.</summary>
    private bool IsActive(Guid priceLevel)
    {
        Dictionary<Guid, bool> known = _operation.Unit.Note<SalesWork>().BatchOf(_operation).ActivePriceLevels;
        if (!known.TryGetValue(priceLevel, out bool isActive))
        {
            known.Add(priceLevel, isActive = Row("pricelevel", priceLevel, SalesColumns.State)
                ?.Choice(SalesColumns.State) != 1);
        }

        return isActive;
    }

    private ListPrice PriceOf(Entity item, Guid product)
    {
        PricingMethod method = (PricingMethod)(item.Choice("pricingmethodcode") ?? (int)PricingMethod.CurrencyAmount);
        if (method == PricingMethod.CurrencyAmount)
        {
            Money? amount = item.GetAttributeValue<Money>("amount");
            return amount is null
                ? ListPrice.Failed(PricingError.MissingPriceLevelAmount)
                : new ListPrice(amount.Value, 0m, PricingError.None);
        }

        if (item.GetAttributeValue<decimal?>("percentage") is not decimal percentage)
        {
            return ListPrice.Failed(PricingError.MissingPriceLevelPercentage);
        }

        ListPrice price = PercentPrice(method, percentage / 100m, product);
        if (price.Error != PricingError.None)
        {
            return price;
        }

        return RoundingOf(item).Apply(price.PerUnit) is decimal rounded
            ? price with { PerUnit = rounded }
            : ListPrice.Failed(PricingError.InvalidRoundingPolicy);
    }

    private static PriceRounding RoundingOf(Entity item) => new(
        (RoundingPolicy)(item.Choice("roundingpolicycode") ?? (int)RoundingPolicy.None),
        IsMultiple: item.Choice("roundingoptioncode") == MultipleOf,
        item.Amount("roundingoptionamount"));

    private ListPrice PercentPrice(PricingMethod method, decimal rate, Guid product)
    {
        string? column = method switch
        {
            PricingMethod.PercentOfList => "price",
            PricingMethod.MarkupOnCurrentCost or PricingMethod.MarginOnCurrentCost => "currentcost",
            PricingMethod.MarkupOnStandardCost or PricingMethod.MarginOnStandardCost => "standardcost",
            _ => null,
        };
        if (column is null)
        {
            return ListPrice.Failed(PricingError.InvalidPricingCode);
        }

        if (Row("product", product, column)?.GetAttributeValue<Money>(column) is not Money from)
        {
            return ListPrice.Failed(column switch
            {
                "price" => PricingError.MissingPrice,
                "currentcost" => PricingError.MissingCurrentCost,
                _ => PricingError.MissingStandardCost,
            });
        }

        decimal price = method switch
        {
            PricingMethod.PercentOfList => from.Value * rate,
            PricingMethod.MarkupOnCurrentCost or PricingMethod.MarkupOnStandardCost => from.Value * (1m + rate),
            _ => rate >= 1m ? 0m : from.Value / (1m - rate),
        };
        return new ListPrice(LineAmounts.Round(price, 2), 0m, PricingError.None);
    }

    private ListPrice Discounted(ListPrice price, Entity item, decimal quantity)
    {
        if (item.Reference("discounttypeid") is not Guid discountType)
        {
            return price;
        }

        Entity? type = Row("discounttype", discountType, "isamounttype");
        Dictionary<string, Guid> ofType = new() { ["discounttypeid"] = discountType };
        Entity? step = Items("discount", DiscountColumns, ofType).FirstOrDefault(row =>
            quantity >= (row.GetAttributeValue<decimal?>("lowquantity") ?? 0m)
            && quantity <= (row.GetAttributeValue<decimal?>("highquantity") ?? decimal.MaxValue));
        if (step is null)
        {
            return price;
        }

        decimal discount = type?.IsTrue("isamounttype") == true
            ? step.Amount("amount")
            : price.PerUnit * (step.GetAttributeValue<decimal?>("percentage") ?? 0m) / 100m;
        return price with { VolumeDiscount = LineAmounts.Round(discount, 2) };
    }

    /// <summary>Null as well when the table or the column is not described here.</summary>
    private Entity? Row(string name, Guid id, string column) =>
        _operation.Tables.Find(name) is Table table && table.Find(column) is not null
            ? _operation.Session.Find(table, id, new ColumnSet(column))
            : null;

    private IEnumerable<Entity> Items(string name, string[] columns, Dictionary<string, Guid> wanted)
    {
        if (_operation.Tables.Find(name) is not Table table)
        {
            return [];
        }

        Source source = new(table, "row") { Filter = new Filter() };
        source.Columns.AddRange(columns.Select(table.Find).OfType<Column>()
            .Select(column => new SelectColumn(source, column)));
        foreach (KeyValuePair<string, Guid> reference in wanted)
        {
            if (table.Find(reference.Key) is not Column known)
            {
                return [];
            }

            source.Filter.Conditions.Add(new Condition(source, known, ConditionOperator.Equal, [reference.Value]));
        }

        return _operation.Session.Select(new SelectQuery(source) { Top = int.MaxValue }, QueryContext.Neutral).Entities;
    }

    private enum PricingMethod
    {
        CurrencyAmount = 1,
        PercentOfList = 2,
        MarkupOnCurrentCost = 3,
        MarginOnCurrentCost = 4,
        MarkupOnStandardCost = 5,
        MarginOnStandardCost = 6,
    }
}
