using System;
using CrmExtensions.Domain;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>Rows of pairs as the domain knows them.</summary>
internal static class PairRows
{
    public static readonly string[] Columns =
    {
        ProductAffinityRow.Columns.ProductId, ProductAffinityRow.Columns.PartnerId, ProductAffinityRow.Columns.Kind,
        ProductAffinityRow.Columns.State, ProductAffinityRow.Columns.Together, ProductAffinityRow.Columns.Baskets,
        ProductAffinityRow.Columns.PartnerBaskets, ProductAffinityRow.Columns.AllBaskets,
        ProductAffinityRow.Columns.Score, ProductAffinityRow.Columns.WindowDays,
        ProductAffinityRow.Columns.CountedFrom, ProductAffinityRow.Columns.CountedTo,
        ProductAffinityRow.Columns.Accepted, ProductAffinityRow.Columns.Rejected,
    };

    public static KnownPair Of(ProductAffinityRow row) => Of(
        row,
        Keys.Of(row.ProductId?.Id ?? Guid.Empty),
        Keys.Of(row.PartnerId?.Id ?? Guid.Empty),
        (AffinityKind)(row.Kind ?? 0));

    public static KnownPair Of(ProductAffinityRow row, string product, string partner, AffinityKind kind) =>
        new KnownPair(product, partner, kind)
        {
            State = (AffinityState)(row.State ?? 0),
            Together = row.Together ?? 0,
            Baskets = row.Baskets ?? 0,
            PartnerBaskets = row.PartnerBaskets ?? 0,
            AllBaskets = row.AllBaskets ?? 0,
            Score = (double)(row.Score ?? 0m),
            WindowDays = row.WindowDays ?? 0,
            From = DayOf(row.CountedFrom),
            To = DayOf(row.CountedTo),
            Accepted = row.Accepted ?? 0,
            Rejected = row.Rejected ?? 0,
        };

    public static Day? DayOf(DateTime? date) => date is { } day ? Day.Of(day) : null;
}
