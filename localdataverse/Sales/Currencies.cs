using System;
using System.Collections.Generic;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Sales;

/// <summary>Decimals and price lists of a document's currency.</summary>
internal static class Currencies
{
    private const int UsualDecimals = 2;
    private const string Precision = "currencyprecision";

    /// <summary>Decimals of the document's currency; 2 when the document has none yet.</summary>
    public static int DecimalsOf(Operation operation, Entity header)
    {
        Guid currency = header.Reference(SalesColumns.Currency) ?? operation.Engine.Identity.BaseCurrencyId;
        Dictionary<Guid, int> known = operation.Unit.Note<SalesWork>().Decimals;
        if (!known.TryGetValue(currency, out int decimals))
        {
            Entity? row = operation.Session.Find(
                operation.Tables.Get("transactioncurrency"), currency, new ColumnSet(Precision));
            known.Add(currency, decimals = row?.GetAttributeValue<int?>(Precision) ?? UsualDecimals);
        }

        return decimals;
    }

    /// <summary>A document and its price list are in one currency.</summary>
    public static void RefuseOtherPriceList(Operation operation, Entity header)
    {
        Guid? level = header.Reference(SalesColumns.PriceLevel);
        Table? table = operation.Tables.Find("pricelevel");
        if (level is null || table?.Find(SalesColumns.Currency) is null)
        {
            return;
        }

        Guid? listed = operation.Session.Find(table, level.Value, new ColumnSet(SalesColumns.Currency))
            ?.Reference(SalesColumns.Currency);
        Guid used = header.Reference(SalesColumns.Currency) ?? operation.Engine.Identity.BaseCurrencyId;
        if (listed is not null && listed != used)
        {
            throw SalesErrors.CurrencyDiffers();
        }
    }
}
