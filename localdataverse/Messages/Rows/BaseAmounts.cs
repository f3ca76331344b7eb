using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Messages.Rows;

/// <summary>
/// Amounts in base currency. A row with money has a currency; its exchange rate is taken from the currency when the row
/// is created and whenever an amount or the currency changes, and every <c>_base</c> column is amount / rate.
/// </summary>
internal static class BaseAmounts
{
    private const int BaseDecimals = 4;

    private static readonly ColumnSet Rate = new("exchangerate");

    public static void CompleteNew(Operation operation, TableProfile profile, Entity row)
    {
        if (!profile.HasCurrency)
        {
            return;
        }

        if (!row.Attributes.TryGetValue("transactioncurrencyid", out object? currency) || currency is null)
        {
            row.Attributes["transactioncurrencyid"] =
                new EntityReference("transactioncurrency", operation.Engine.Identity.BaseCurrencyId);
        }

        decimal rate = RateOf(operation, row.Attributes);
        row.Attributes["exchangerate"] = rate;
        foreach (Column column in profile.BaseColumns)
        {
            if (row.Attributes.TryGetValue(column.BaseOf!, out object? amount))
            {
                row.Attributes[column.LogicalName] = InBase(amount as Money, rate)!;
            }
        }
    }

    public static void CompleteChanged(Operation operation, TableProfile profile, Entity changes, Entity before)
    {
        if (!profile.HasCurrency || !Touches(profile, changes, out bool currencyChanges))
        {
            return;
        }

        AttributeCollection currencyOf = currencyChanges ? changes.Attributes : before.Attributes;
        decimal rate = RateOf(operation, currencyOf);
        changes.Attributes["exchangerate"] = rate;
        foreach (Column column in profile.BaseColumns)
        {
            if (changes.Attributes.TryGetValue(column.BaseOf!, out object? amount)
                || before.Attributes.TryGetValue(column.BaseOf!, out amount))
            {
                changes.Attributes[column.LogicalName] = InBase(amount as Money, rate)!;
            }
        }
    }

    private static bool Touches(TableProfile profile, Entity changes, out bool currencyChanges)
    {
        currencyChanges = changes.Attributes.ContainsKey("transactioncurrencyid");
        foreach (Column column in profile.BaseColumns)
        {
            if (changes.Attributes.ContainsKey(column.BaseOf!))
            {
                return true;
            }
        }

        return currencyChanges;
    }

    private static decimal RateOf(Operation operation, AttributeCollection row)
    {
        if (!row.TryGetValue("transactioncurrencyid", out object? value) || value is not EntityReference currency)
        {
            return 1m;
        }

        if (currency.Id == operation.Engine.Identity.BaseCurrencyId)
        {
            return 1m;
        }

        Entity? found = operation.Session.Find(operation.Tables.Get("transactioncurrency"), currency.Id, Rate);
        return found is null
            ? throw RowWriter.NotFound("transactioncurrency", currency.Id)
            : found.GetAttributeValue<decimal>("exchangerate");
    }

    private static Money? InBase(Money? amount, decimal rate) => amount is null
        ? null
        : new Money(Math.Round(amount.Value / rate, BaseDecimals, MidpointRounding.AwayFromZero));
}
